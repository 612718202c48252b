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
    networkSecurityGroup: {
      id: guard.id
    }
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

resource guard 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'mail'
  properties: {
  }
}

resource rule 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: guard
  name: 'mail'
  properties: {
    priority: 100
    direction: 'Outbound'
    access: 'Deny'
    protocol: 'Tcp'
    sourcePortRange: '*'
    sourceAddressPrefix: '*'
    destinationPortRange: '587'
    destinationAddressPrefix: 'Internet'
  }
}
