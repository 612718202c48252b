# Settings that programs read from a store, and secrets that settings refer to.
provider "azurerm" {
  features {}
}

resource "azurerm_key_vault" "vault" {
  name                = "vault"
  resource_group_name = "mail"
  location            = "westeurope"
  tenant_id           = "00000000-0000-0000-0000-000000000002"
  sku_name            = "standard"
}

resource "azurerm_key_vault_secret" "relay" {
  name         = "relay"
  key_vault_id = azurerm_key_vault.vault.id
  value        = "smtp.mailgun.org"
}

resource "azurerm_app_configuration" "store" {
  name                = "store"
  resource_group_name = "mail"
  location            = "westeurope"
}

resource "azurerm_app_configuration_key" "host" {
  configuration_store_id = azurerm_app_configuration.store.id
  key                    = "Smtp:Host"
  label                  = "jobs"
  type                   = "vault"
  vault_key_reference    = azurerm_key_vault_secret.relay.versionless_id
}

resource "azurerm_app_configuration_key" "port" {
  configuration_store_id = azurerm_app_configuration.store.id
  key                    = "Smtp:Port"
  label                  = "jobs"
  value                  = "25"
}
