resource spoke 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'spoke'
  properties: { addressSpace: { addressPrefixes: [ '10.1.0.0/16' ] } }

  resource out 'virtualNetworkPeerings' = {
    name: 'out'
    properties: {
      remoteVirtualNetwork: { id: hub.id }
      useRemoteGateways: true
    }
  }
}

resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  properties: { addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] } }
}

resource firewall 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: hub
  name: 'AzureFirewallSubnet'
  properties: { addressPrefixes: [ '10.0.1.0/24' ] }
}

resource gateway 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: hub
  name: 'GatewaySubnet'
  properties: { addressPrefixes: [ '10.0.2.0/24' ] }
}

resource tunnel 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'tunnel'
  properties: {
    gatewayType: 'Vpn'
    ipConfigurations: [ { name: 'ip', properties: { subnet: { id: gateway.id } } } ]
  }
}

resource relays 'Microsoft.Network/ipGroups@2024-05-01' = {
  name: 'relays'
  properties: { ipAddresses: [ '52.0.0.0/8' ] }
}

resource base 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'base'
  properties: {}
}

resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'policy'
  properties: {
    basePolicy: { id: base.id }
    dnsSettings: { enableProxy: true }
  }

  resource rules 'ruleCollectionGroups' = {
    name: 'rules'
    properties: {
      priority: 300
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'mail'
          priority: 100
          action: { type: 'Allow' }
          rules: [
            {
              ruleType: 'NetworkRule'
              name: 'submission'
              ipProtocols: [ 'TCP' ]
              sourceAddresses: [ '10.1.0.0/16' ]
              destinationFqdns: [ 'smtp.sendgrid.net' ]
              destinationPorts: [ '587' ]
            }
            {
              ruleType: 'NetworkRule'
              name: 'relay'
              ipProtocols: [ 'TCP' ]
              sourceAddresses: [ '*' ]
              destinationIpGroups: [ relays.id ]
              destinationPorts: [ '25' ]
            }
          ]
        }
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'web'
          priority: 200
          action: { type: 'Allow' }
          rules: [
            {
              ruleType: 'ApplicationRule'
              name: 'pages'
              sourceAddresses: [ '*' ]
              targetFqdns: [ '*.example.com' ]
              protocols: [ { protocolType: 'Https', port: 443 } ]
            }
          ]
        }
      ]
    }
  }
}

resource wall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'wall'
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Standard' }
    firewallPolicy: { id: policy.id }
    ipConfigurations: [ { name: 'ip', properties: { subnet: { id: firewall.id } } } ]
  }
}

resource classic 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'classic'
  properties: {
    sku: { name: 'AZFW_VNet', tier: 'Standard' }
    networkRuleCollections: [
      {
        name: 'mail'
        properties: {
          priority: 100
          action: { type: 'Deny' }
          rules: [
            {
              name: 'no-smtp'
              protocols: [ 'TCP' ]
              sourceAddresses: [ '*' ]
              destinationAddresses: [ '*' ]
              destinationPorts: [ '25' ]
            }
          ]
        }
      }
    ]
    applicationRuleCollections: [
      {
        name: 'web'
        properties: {
          priority: 200
          action: { type: 'Allow' }
          rules: [
            {
              name: 'pages'
              sourceAddresses: [ '*' ]
              targetFqdns: [ '*.example.com' ]
              protocols: [ { protocolType: 'Https', port: 443 } ]
            }
          ]
        }
      }
    ]
  }
}

resource wan 'Microsoft.Network/virtualHubs@2024-05-01' = {
  name: 'wan'
  properties: {}

  resource connection 'hubVirtualNetworkConnections' = {
    name: 'spoke'
    properties: {
      remoteVirtualNetwork: { id: spoke.id }
      enableInternetSecurity: true
    }
  }

  resource intent 'routingIntent' = {
    name: 'intent'
    properties: {
      routingPolicies: [ { name: 'internet', destinations: [ 'Internet' ], nextHop: wall.id } ]
    }
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'fabrikam'
  location: 'global'
}

resource office 'Microsoft.Network/localNetworkGateways@2024-05-01' = {
  name: 'office'
  properties: { localNetworkAddressSpace: { addressPrefixes: [ '131.107.0.0/16' ] } }
}
