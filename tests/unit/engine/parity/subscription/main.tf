# A subscription that the code itself makes says which contract it is under.
resource "azurerm_subscription" "mail" {
  alias             = "mail"
  subscription_name = "mail"
  billing_scope_id  = "/providers/Microsoft.Billing/billingAccounts/123456/enrollmentAccounts/654321"
  workload          = "DevTest"
}
