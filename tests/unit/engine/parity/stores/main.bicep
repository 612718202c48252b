resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'vault'
  properties: {}

  resource relay 'secrets' = {
    name: 'relay'
    properties: { value: 'smtp.mailgun.org' }
  }
}

resource store 'Microsoft.AppConfiguration/configurationStores@2023-03-01' = {
  name: 'store'

  resource host 'keyValues' = {
    name: 'Smtp:Host$jobs'
    properties: { value: '{"uri":"${vault::relay.properties.secretUri}"}' }
  }

  resource port 'keyValues' = {
    name: 'Smtp:Port$jobs'
    properties: { value: '25' }
  }
}
