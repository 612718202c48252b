"""A small workspace for editors: the finding stands behind an emoji, in a file with CRLF, and is used in another."""

import subprocess
from pathlib import Path

PORT_LINE = 'variable "smtp_port" { default = /* Zustellung über 😀 */ 25 }'

VARIABLES = f"# Mail\r\n{PORT_LINE}\r\n"

MAIN = """resource "azurerm_service_plan" "shop" {
  name     = "plan"
  os_type  = "Linux"
  sku_name = "P1v3"
}

resource "azurerm_linux_web_app" "shop" {
  name                      = "shop"
  service_plan_id           = azurerm_service_plan.shop.id
  virtual_network_subnet_id = azurerm_subnet.apps.id

  site_config {
    vnet_route_all_enabled = true
  }

  app_settings = {
    EMAIL_HOST          = "smtp.sendgrid.net"
    EMAIL_PORT          = var.smtp_port
    EMAIL_USE_TLS       = "true"
    EMAIL_HOST_USER     = "apikey"
    EMAIL_HOST_PASSWORD = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/key)"
  }
}

resource "azurerm_subnet" "apps" {
  name = "apps"
}
"""


def make(folder: Path) -> Path:
    """Fills a folder, as a repository of its own; gives it back without links in its path."""
    folder = folder.resolve()
    (folder / "variables.tf").write_bytes(VARIABLES.encode())
    (folder / "main.tf").write_text(MAIN)
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    return folder
