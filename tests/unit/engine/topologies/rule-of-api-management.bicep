resource api 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'api'
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: {
      subnetResourceId: subnet.id
    }
  }
}

resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  name: 'net/api'
  properties: {
    addressPrefixes: [ '10.0.1.0/24' ]
  }
}

resource guard 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'api'
  properties: {
    securityRules: [
      {
        name: 'smtp-relay'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourcePortRange: '*'
          sourceAddressPrefix: 'VirtualNetwork'
          destinationPortRanges: [ '25', '587', '25028' ]
          destinationAddressPrefix: 'Internet'
        }
      }
    ]
  }
}
