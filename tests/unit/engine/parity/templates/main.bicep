resource inner 'Microsoft.Resources/deployments@2024-03-01' = {
  name: 'inner'
  properties: {
    mode: 'Incremental'
    parameters: { port: { value: 25 } }
    template: {
      '$schema': 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
      contentVersion: '1.0.0.0'
      parameters: { port: { type: 'int', defaultValue: 587 } }
      resources: [
        { type: 'Microsoft.Web/serverfarms', apiVersion: '2023-12-01', name: 'plan', sku: { name: 'P1v3' } }
        {
          type: 'Microsoft.Web/sites'
          apiVersion: '2023-12-01'
          name: 'shop'
          properties: {
            serverFarmId: '[resourceId(\'Microsoft.Web/serverfarms\', \'plan\')]'
            siteConfig: {
              appSettings: [
                { name: 'SMTP_HOST', value: 'smtp.sendgrid.net' }
                { name: 'SMTP_PORT', value: '[string(parameters(\'port\'))]' }
              ]
            }
          }
        }
      ]
    }
  }
}
