"""Writes a Terraform plan as `terraform show -json` does: `python3 bench/plan.py FILE MEGABYTES`.

The same arguments give the same bytes, in one line. One group of resources is about 25 kB: a resource group, a network
with a subnet and a security group of eight rules, four apps (every tenth group sends mail on port 25) with their plan,
and storage. As in a real plan each stands there three times: in the planned values, in the changes with what is not
known yet, and in the configuration with its references.
"""

import json
import sys

GROUP = {
    "azurerm_resource_group": {"name": "rg-{n}", "location": "westeurope", "managed_by": None, "tags": {"team": "shop"}},
    "azurerm_virtual_network": {"name": "vnet-{n}", "resource_group_name": "rg-{n}", "location": "westeurope",
                                "address_space": ["10.0.0.0/16"], "dns_servers": None, "ddos_protection_plan": [],
                                "encryption": [], "tags": None, "timeouts": None},
    "azurerm_subnet": {"name": "apps", "resource_group_name": "rg-{n}", "virtual_network_name": "vnet-{n}",
                       "address_prefixes": ["10.0.1.0/24"], "delegation": [], "service_endpoints": None,
                       "default_outbound_access_enabled": True, "timeouts": None},
    "azurerm_service_plan": {"name": "plan-{n}", "resource_group_name": "rg-{n}", "location": "westeurope",
                             "os_type": "Linux", "sku_name": "P1v3", "per_site_scaling_enabled": False, "tags": None},
    "azurerm_storage_account": {"name": "st{n}", "resource_group_name": "rg-{n}", "location": "westeurope",
                                "account_tier": "Standard", "account_replication_type": "LRS", "min_tls_version": "TLS1_2",
                                "network_rules": [], "blob_properties": [], "tags": {"team": "shop"}},
}
UNKNOWN = {"id": True, "guid": True}
REFERENCES = {"service_plan_id": "azurerm_service_plan", "virtual_network_subnet_id": "azurerm_subnet"}


def rule(number: int) -> dict:
    return {"name": f"rule-{number}", "priority": 100 + number, "direction": "Outbound", "access": "Allow",
            "protocol": "Tcp", "source_port_range": "*", "source_port_ranges": [], "source_address_prefix": "*",
            "source_address_prefixes": [], "destination_port_range": str(8000 + number), "destination_port_ranges": [],
            "destination_address_prefix": "*", "destination_address_prefixes": [], "description": ""}


def app(number: int, index: int) -> dict:
    settings = {"APP_NAME": f"app-{number}-{index}", "LOG_LEVEL": "info", "TZ": "Europe/Berlin",
                "DATABASE_URL": f"postgres://db-{number}.internal:5432/app"}
    if number % 10 == 0 and index == 0:
        settings |= {"SMTP_HOST": "smtp.sendgrid.net", "SMTP_PORT": "25", "SMTP_USER": "apikey", "SMTP_PASSWORD": "x"}
    return {"name": f"app-{number}-{index}", "resource_group_name": f"rg-{number}", "location": "westeurope",
            "app_settings": settings, "https_only": True, "enabled": True, "tags": None, "auth_settings": [],
            "backup": [], "connection_string": [], "identity": [], "logs": [], "storage_account": [], "timeouts": None,
            "site_config": [{"always_on": True, "vnet_route_all_enabled": True, "http2_enabled": False,
                             "ftps_state": "Disabled", "minimum_tls_version": "1.2", "cors": [], "auto_heal_setting": []}]}


def resources_of(number: int):
    for kind, template in GROUP.items():
        yield kind, f"g{number}", json.loads(json.dumps(template).replace("{n}", str(number)))
    yield "azurerm_network_security_group", f"g{number}", {
        "name": f"nsg-{number}", "resource_group_name": f"rg-{number}", "location": "westeurope", "tags": None,
        "security_rule": [rule(index) for index in range(8)]}
    for index in range(4):
        yield "azurerm_linux_web_app", f"g{number}_{index}", app(number, index)


def entries(number: int):
    """The three forms of each resource of a group: planned, changed, configured."""
    for kind, name, values in resources_of(number):
        base = {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}
        provided = base | {"provider_name": "registry.terraform.io/hashicorp/azurerm"}
        app_like = kind == "azurerm_linux_web_app"
        unknown = UNKNOWN | ({key: True for key in REFERENCES} | {"default_hostname": True} if app_like else {})
        sensitive = {"app_settings": {"SMTP_PASSWORD": True}} if "SMTP_PASSWORD" in values.get("app_settings", {}) else {}
        expressions = {key: {"constant_value": value} for key, value in values.items() if isinstance(value, str)}
        if app_like:
            expressions |= {key: {"references": [f"{to}.g{number}.id", f"{to}.g{number}"]} for key, to in REFERENCES.items()}
        yield (provided | {"schema_version": 0, "values": values, "sensitive_values": sensitive},
               provided | {"change": {"actions": ["create"], "before": None, "after": values, "after_unknown": unknown,
                                      "before_sensitive": False, "after_sensitive": sensitive}},
               base | {"provider_config_key": "azurerm", "expressions": expressions, "schema_version": 0})


def write(path: str, size: int) -> None:
    text = lambda value: json.dumps(value, separators=(",", ":"))
    planned, changed, configured, written, number = [], [], [], 0, 0
    while written < size:
        for forms in entries(number):
            for forms_of, form in zip((planned, changed, configured), forms):
                forms_of.append(text(form))
                written += len(forms_of[-1]) + 1
        number += 1
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[')
        file.write(",".join(planned) + ']}},"resource_changes":[' + ",".join(changed))
        file.write('],"configuration":{"provider_config":{"azurerm":{"name":"azurerm","expressions":{"features":[{}]}}},')
        file.write('"root_module":{"resources":[' + ",".join(configured) + ']}},"errored":false}\n')


if __name__ == "__main__":
    write(sys.argv[1], int(float(sys.argv[2]) * 1e6))
