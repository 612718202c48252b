resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: {
    addressSpace: {
      addressPrefixes: [ '10.0.0.0/16' ]
    }
  }
}

resource manager 'Microsoft.Network/networkManagers@2024-05-01' = {
  name: 'manager'
  properties: {
    networkManagerScopeAccesses: [ 'SecurityAdmin' ]
    networkManagerScopes: {
      subscriptions: [ '/subscriptions/00000000-0000-0000-0000-000000000001' ]
    }
  }
}

resource networks 'Microsoft.Network/networkManagers/networkGroups@2024-05-01' = {
  parent: manager
  name: 'networks'
  properties: {
  }
}

resource member 'Microsoft.Network/networkManagers/networkGroups/staticMembers@2024-05-01' = {
  parent: networks
  name: 'net'
  properties: {
    resourceId: net.id
  }
}

resource security 'Microsoft.Network/networkManagers/securityAdminConfigurations@2024-05-01' = {
  parent: manager
  name: 'security'
  properties: {
  }
}

resource collection 'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections@2024-05-01' = {
  parent: security
  name: 'mail'
  properties: {
    appliesToGroups: [
      {
        networkGroupId: networks.id
      }
    ]
  }
}

resource adminRule 'Microsoft.Network/networkManagers/securityAdminConfigurations/ruleCollections/rules@2024-05-01' = {
  parent: collection
  name: 'submission'
  kind: 'Custom'
  properties: {
    access: 'Deny'
    direction: 'Outbound'
    priority: 10
    protocol: 'Tcp'
    sourcePortRanges: [ '0-65535' ]
    destinationPortRanges: [ '587' ]
    sources: [
      {
        addressPrefixType: 'IPPrefix'
        addressPrefix: '*'
      }
    ]
    destinations: [
      {
        addressPrefixType: 'ServiceTag'
        addressPrefix: 'Internet'
      }
    ]
  }
}
