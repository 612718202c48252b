targetScope = 'tenant'

resource mail 'Microsoft.Subscription/aliases@2021-10-01' = {
  name: 'mail'
  properties: {
    displayName: 'mail'
    billingScope: '/providers/Microsoft.Billing/billingAccounts/123456/enrollmentAccounts/654321'
    workload: 'DevTest'
  }
}
