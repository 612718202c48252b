resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] } }

  resource nodes 'subnets' = {
    name: 'nodes'
    properties: { addressPrefixes: [ '10.0.1.0/24' ] }
  }
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'place'
  properties: { vnetConfiguration: { infrastructureSubnetId: net::nodes.id } }
}

resource binding 'Microsoft.App/managedEnvironments/daprComponents@2024-03-01' = {
  parent: place
  name: 'binding'
  properties: {
    componentType: 'bindings.smtp'
    version: 'v1'
    metadata: [
      { name: 'host', value: 'smtp.sendgrid.net' }
      { name: 'password', secretRef: 'mail-password' }
    ]
  }
}

resource web 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'web'
  properties: {
    environmentId: place.id
    configuration: { secrets: [ { name: 'mail-password', value: 'x' } ] }
    template: {
      containers: [
        {
          name: 'web'
          image: 'web:1'
          env: [
            { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
            { name: 'SMTP_PORT', value: '25' }
            { name: 'SMTP_PASSWORD', secretRef: 'mail-password' }
          ]
        }
      ]
    }
  }
}

resource nightly 'Microsoft.App/jobs@2024-03-01' = {
  name: 'nightly'
  properties: {
    environmentId: place.id
    template: {
      containers: [
        {
          name: 'nightly'
          image: 'nightly:1'
          env: [
            { name: 'SMTP_HOST', value: 'smtp.mailgun.org' }
            { name: 'SMTP_PORT', value: '587' }
          ]
        }
      ]
    }
  }
}

resource group 'Microsoft.ContainerInstance/containerGroups@2023-05-01' = {
  name: 'group'
  properties: {
    osType: 'Linux'
    subnetIds: [ { id: net::nodes.id } ]
    containers: [
      {
        name: 'sender'
        properties: {
          image: 'sender:1'
          environmentVariables: [
            { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
            { name: 'SMTP_PORT', value: '25' }
            { name: 'SMTP_PASSWORD', secureValue: 'x' }
          ]
        }
      }
    ]
  }
}

resource cluster 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'cluster'
  properties: {
    agentPoolProfiles: [ { name: 'system', vnetSubnetID: net::nodes.id } ]
    networkProfile: { networkPlugin: 'azure', outboundType: 'userDefinedRouting' }
  }
}

resource more 'Microsoft.ContainerService/managedClusters/agentPools@2024-05-01' = {
  parent: cluster
  name: 'more'
  properties: { vnetSubnetID: net::nodes.id }
}
