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
    routeTable: {
      id: out.id
    }
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
        value: '25'
      }
    ]
  }
}

resource gateway 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: net
  name: 'GatewaySubnet'
  properties: {
    addressPrefixes: [ '10.0.0.0/27' ]
  }
}

resource vpn 'Microsoft.Network/virtualNetworkGateways@2024-05-01' = {
  name: 'vpn'
  properties: {
    ipConfigurations: [
      {
        name: 'vpn'
        properties: {
          subnet: {
            id: gateway.id
          }
        }
      }
    ]
  }
}

resource out 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'out'
  properties: {
    routes: [
      {
        name: 'tunnel'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualNetworkGateway'
        }
      }
    ]
  }
}
