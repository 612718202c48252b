resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] } }

  resource services 'subnets' = {
    name: 'services'
    properties: { addressPrefixes: [ '10.0.1.0/24' ] }
  }
}

resource api 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'api'
  properties: {
    virtualNetworkType: 'External'
    virtualNetworkConfiguration: { subnetResourceId: net::services.id }
  }
}

resource batch 'Microsoft.Batch/batchAccounts@2024-07-01' = {
  name: 'batch'
  properties: { poolAllocationMode: 'UserSubscription' }
}

resource nodes 'Microsoft.Batch/batchAccounts/pools@2024-07-01' = {
  parent: batch
  name: 'nodes'
  properties: {
    networkConfiguration: { subnetId: net::services.id }
    startTask: {
      commandLine: 'run'
      environmentSettings: [
        { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
        { name: 'SMTP_PORT', value: '25' }
      ]
    }
  }
}

resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: 'flow'
  properties: {}
}

resource smtp 'Microsoft.Web/connections@2016-06-01' = {
  name: 'smtp'
  properties: {
    api: { id: subscriptionResourceId('Microsoft.Web/locations/managedApis', 'westeurope', 'smtp') }
    parameterValues: { serverAddress: 'smtp.sendgrid.net', port: '25' }
  }
}

resource board 'Microsoft.Dashboard/grafana@2023-09-01' = {
  name: 'board'
  properties: {
    grafanaConfigurations: {
      smtp: { enabled: true, host: 'smtp.sendgrid.net:25', user: 'apikey', fromAddress: 'x@example.com' }
    }
  }
}

resource spring 'Microsoft.AppPlatform/Spring/apps/deployments@2023-12-01' = {
  name: 'service/app/spring'
  properties: {
    deploymentSettings: {
      environmentVariables: { SPRING_MAIL_HOST: 'smtp.sendgrid.net', SPRING_MAIL_PORT: '25' }
    }
  }
}

resource database 'Microsoft.Sql/managedInstances@2023-08-01' = {
  name: 'database'
  properties: { subnetId: net::services.id }
}

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'script'
  kind: 'AzureCLI'
  properties: {
    azCliVersion: '2.40.0'
    scriptContent: 'true'
    environmentVariables: [
      { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
      { name: 'SMTP_PORT', value: '25' }
    ]
  }
}

resource cluster 'Microsoft.RedHatOpenShift/openShiftClusters@2023-11-22' = {
  name: 'cluster'
  properties: { workerProfiles: [ { name: 'worker', subnetId: net::services.id } ] }
}

resource cloud 'Microsoft.AVS/privateClouds@2023-09-01' = {
  name: 'cloud'
  properties: {}
}
