resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: {
    addressSpace: {
      addressPrefixes: [ '10.0.0.0/16' ]
    }
  }
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'mail'
  properties: {
    addressPrefixes: [ '10.0.1.0/24' ]
  }
}

resource interface 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'mail'
  properties: {
    ipConfigurations: [
      {
        name: 'mail'
        properties: {
          subnet: {
            id: subnet.id
          }
        }
      }
    ]
  }
}

resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'mail'
  properties: {
    networkProfile: {
      networkInterfaces: [
        {
          id: interface.id
        }
      ]
    }
  }
}

resource send 'Microsoft.Compute/virtualMachines/runCommands@2024-07-01' = {
  parent: machine
  name: 'mail'
  properties: {
    source: {
      script: '/opt/send.sh'
    }
    parameters: [
      {
        name: 'SMTP_HOST'
        value: 'smtp.sendgrid.net'
      }
      {
        name: 'SMTP_PORT'
        value: '587'
      }
    ]
  }
}

resource hub 'Microsoft.Network/virtualHubs@2024-05-01' = {
  name: 'hub'
  properties: {
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'hub'
  properties: {
    sku: {
      name: 'AZFW_Hub'
    }
    firewallPolicy: {
      id: policy.id
    }
    virtualHub: {
      id: hub.id
    }
  }
}

resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'hub'
  properties: {
  }
}

resource rules 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: policy
  name: 'hub'
  properties: {
    priority: 200
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'mail'
        priority: 100
        action: {
          type: 'Allow'
        }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'mail'
            ipProtocols: [ 'TCP' ]
            sourceAddresses: [ '*' ]
            destinationAddresses: [ '*' ]
            destinationPorts: [ '443' ]
          }
        ]
      }
    ]
  }
}

resource intent 'Microsoft.Network/virtualHubs/routingIntent@2024-05-01' = {
  parent: hub
  name: 'hub'
  properties: {
    routingPolicies: [
      {
        name: 'internet'
        destinations: [ 'Internet' ]
        nextHop: firewall.id
      }
    ]
  }
}

resource connection 'Microsoft.Network/virtualHubs/hubVirtualNetworkConnections@2024-05-01' = {
  parent: hub
  name: 'mail'
  properties: {
    remoteVirtualNetwork: {
      id: net.id
    }
    enableInternetSecurity: true
  }
}
