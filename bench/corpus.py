"""Writes a repository of Terraform deployments for the benchmarks: `python3 bench/corpus.py FOLDER DEPLOYMENTS`.

The same arguments give the same bytes. One deployment is about 20 kB: a root with two environments that calls a local
module, apps with settings (every fourth with mail settings), a network with rules, and plain resources.
"""

import sys
from pathlib import Path

APP = """
resource "azurerm_linux_web_app" "app_{n}" {{
  name                      = "app-${{local.name}}-{n}"
  resource_group_name       = azurerm_resource_group.main.name
  location                  = azurerm_resource_group.main.location
  service_plan_id           = azurerm_service_plan.main.id
  virtual_network_subnet_id = azurerm_subnet.main["apps"].id
  tags                      = merge(local.tags, {{ component = "app-{n}" }})

  site_config {{
    vnet_route_all_enabled = true
    always_on              = var.environment == "prod" ? true : false
  }}

  app_settings = merge(local.settings, {{
    APP_NAME     = format("%s-%02d", local.name, {n})
    DATABASE_URL = "postgres://${{var.database_host}}:5432/app_{n}"
    LOG_LEVEL    = var.environment == "prod" ? "warn" : "debug"{mail}
  }})
}}
"""

MAIL = """
    SMTP_HOST     = var.smtp_host
    SMTP_PORT     = var.smtp_port
    SMTP_USER     = "apikey"
    SMTP_PASSWORD = var.smtp_password"""

RULE = """
  security_rule {{
    name                       = "rule-{n}"
    priority                   = {priority}
    direction                  = "Outbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "10.0.{n}.0/24"
    destination_port_range     = "{port}"
    destination_address_prefix = "*"
  }}
"""

ROOT = """
variable "environment" {
  type = string
}

variable "database_host" {
  type    = string
  default = "db.internal"
}

variable "smtp_host" {
  type    = string
  default = "smtp.sendgrid.net"
}

variable "smtp_port" {
  type    = number
  default = 587
}

variable "smtp_password" {
  type      = string
  sensitive = true
}

locals {
  name = "shop-${var.environment}"
  tags = { environment = var.environment, team = "shop" }
  subnets = { for i, name in ["apps", "data", "jobs"] : name => cidrsubnet("10.0.0.0/16", 8, i) }
  settings = {
    TZ        = "Europe/Berlin"
    CACHE_TTL = tostring(15 * 60)
  }
}

resource "azurerm_resource_group" "main" {
  name     = "rg-${local.name}"
  location = "westeurope"
  tags     = local.tags
}

resource "azurerm_service_plan" "main" {
  name                = "plan-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_subnet" "main" {
  for_each             = local.subnets
  name                 = "snet-${each.key}"
  resource_group_name  = azurerm_resource_group.main.name
  virtual_network_name = "vnet-${local.name}"
  address_prefixes     = [each.value]
}

module "storage" {
  source   = "./modules/storage"
  for_each = toset(["logs", "media", "exports"])
  name     = "st${each.key}"
  tags     = local.tags
}
"""

MODULE = """
variable "name" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "azurerm_storage_account" "this" {
  name                     = lower(replace(var.name, "-", ""))
  resource_group_name      = "storage"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  tags                     = var.tags
}

output "id" {
  value = azurerm_storage_account.this.id
}
"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.lstrip("\n"))


def write_deployment(folder: Path, number: int) -> None:
    apps = "".join(APP.format(n=n, mail=MAIL if n % 4 == 0 else "") for n in range(16))
    rules = "".join(RULE.format(n=n, priority=100 + n, port=443 + n) for n in range(24))
    write(folder / "main.tf", ROOT)
    write(folder / "apps.tf", apps)
    write(folder / "network.tf", f'resource "azurerm_network_security_group" "main" {{\n  name = "nsg"\n{rules}}}\n')
    write(folder / "modules/storage/main.tf", MODULE)
    write(folder / "dev.tfvars", 'environment = "dev"\n')
    write(folder / "prod.tfvars", 'environment = "prod"\n' + ("smtp_port = 25\n" if number % 10 == 0 else ""))


def main() -> None:
    target, deployments = Path(sys.argv[1]), int(sys.argv[2])
    (target / ".git").mkdir(parents=True, exist_ok=True)
    for number in range(deployments):
        write_deployment(target / f"service-{number:03}", number)


if __name__ == "__main__":
    main()
