resource net 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'net'
  properties: {
    addressSpace: { addressPrefixes: [ '10.0.0.0/16' ] }
    subnets: [
      {
        name: 'spare'
        properties: {
          addressPrefixes: [ '10.0.9.0/24' ]
          networkSecurityGroup: { id: guard.id }
        }
      }
    ]
  }

  resource machines 'subnets' = {
    name: 'machines'
    properties: {
      addressPrefixes: [ '10.0.1.0/24' ]
      defaultOutboundAccess: false
      networkSecurityGroup: { id: guard.id }
      routeTable: { id: routes.id }
      natGateway: { id: nat.id }
    }
  }
}

resource guard 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'guard'
  properties: {
    securityRules: [
      {
        name: 'no-smtp'
        properties: {
          priority: 200
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourcePortRange: '*'
          destinationPortRanges: [ '25', '587' ]
          sourceAddressPrefix: '*'
          destinationAddressPrefix: 'Internet'
        }
      }
    ]
  }
}

resource web 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: guard
  name: 'web'
  properties: {
    priority: 300
    direction: 'Outbound'
    access: 'Allow'
    protocol: '*'
    sourcePortRange: '*'
    destinationPortRange: '443'
    sourceAddressPrefixes: [ '10.0.1.0/24' ]
    destinationAddressPrefix: '*'
  }
}

resource routes 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'routes'
  properties: {
    disableBgpRoutePropagation: true
    routes: [
      {
        name: 'out'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: '10.0.0.4'
        }
      }
    ]
  }
}

resource back 'Microsoft.Network/routeTables/routes@2024-05-01' = {
  parent: routes
  name: 'back'
  properties: {
    addressPrefix: '192.168.0.0/16'
    nextHopType: 'VirtualNetworkGateway'
  }
}

resource address 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'address'
  properties: { publicIPAllocationMethod: 'Static' }
}

resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'nat'
  properties: { publicIpAddresses: [ { id: address.id } ] }
}

resource balancer 'Microsoft.Network/loadBalancers@2024-05-01' = {
  name: 'balancer'
  sku: { name: 'Standard' }
  properties: {
    frontendIPConfigurations: [
      {
        name: 'front'
        properties: { publicIPAddress: { id: address.id } }
      }
    ]
    loadBalancingRules: [
      {
        name: 'web'
        properties: {
          protocol: 'Tcp'
          frontendPort: 443
          backendPort: 443
          frontendIPConfiguration: { id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'balancer', 'front') }
          backendAddressPools: [ { id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'balancer', 'pool') } ]
          disableOutboundSnat: true
        }
      }
    ]
    outboundRules: [
      {
        name: 'out'
        properties: {
          protocol: 'All'
          backendAddressPool: { id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'balancer', 'pool') }
          frontendIPConfigurations: [ { id: resourceId('Microsoft.Network/loadBalancers/frontendIPConfigurations', 'balancer', 'front') } ]
        }
      }
    ]
  }

  resource pool 'backendAddressPools' = {
    name: 'pool'
    properties: {}
  }
}

resource card 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'card'
  properties: {
    enableIPForwarding: true
    networkSecurityGroup: { id: guard.id }
    ipConfigurations: [
      {
        name: 'ip'
        properties: {
          subnet: { id: net::machines.id }
          privateIPAllocationMethod: 'Static'
          privateIPAddress: '10.0.1.7'
          publicIPAddress: { id: address.id }
          loadBalancerBackendAddressPools: [ { id: '${balancer.id}/backendAddressPools/pool' } ]
        }
      }
    ]
  }
}

resource sender 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'sender'
  properties: {
    networkProfile: { networkInterfaces: [ { id: card.id } ] }
  }
}

resource agent 'Microsoft.Compute/virtualMachines/extensions@2024-07-01' = {
  parent: sender
  name: 'agent'
  properties: {
    publisher: 'Contoso.Mail'
    type: 'Agent'
    typeHandlerVersion: '1.0'
    settings: { SMTP_HOST: 'smtp.sendgrid.net', SMTP_PORT: '25' }
    protectedSettings: { SMTP_USERNAME: 'apikey' }
  }
}

resource workers 'Microsoft.Compute/virtualMachineScaleSets@2024-07-01' = {
  name: 'workers'
  sku: { name: 'Standard_B1s' }
  properties: {
    virtualMachineProfile: {
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: 'worker'
            properties: {
              primary: true
              ipConfigurations: [
                {
                  name: 'ip'
                  properties: {
                    primary: true
                    subnet: { id: net::machines.id }
                    loadBalancerBackendAddressPools: [ { id: resourceId('Microsoft.Network/loadBalancers/backendAddressPools', 'balancer', 'pool') } ]
                  }
                }
              ]
            }
          }
        ]
      }
    }
  }
}
