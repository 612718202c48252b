"""Writes a Terraform plan as `terraform show -json` does: `python3 bench/plan.py FILE MEGABYTES`.

The same arguments give the same bytes, in one line. It is the plan of a large deployment that exists already, where
little changes: every resource stands there as it was read, before and after the change, in the planned values, and in
the configuration with its references. One group of resources is about 75 kB: a resource group, a network with a subnet
and a security group of eight rules, four apps with their plan (every tenth group sends mail on port 25) and storage,
each with all attributes that the provider lists.
"""

import json
import sys

SITE = ("api_definition_url api_management_api_id app_command_line auto_heal_setting container_registry_use_managed_identity "
        "cors default_documents detailed_error_logging_enabled ftps_state health_check_eviction_time_in_min "
        "health_check_path http2_enabled ip_restriction ip_restriction_default_action linux_fx_version load_balancing_mode "
        "local_mysql_enabled managed_pipeline_mode minimum_tls_version remote_debugging_enabled remote_debugging_version "
        "scm_ip_restriction scm_ip_restriction_default_action scm_minimum_tls_version scm_type "
        "scm_use_main_ip_restriction use_32_bit_worker websockets_enabled worker_count").split()
APP = ("auth_settings auth_settings_v2 backup client_affinity_enabled client_certificate_enabled "
       "client_certificate_exclusion_paths client_certificate_mode connection_string custom_domain_verification_id "
       "ftp_publish_basic_authentication_enabled hosting_environment_id identity key_vault_reference_identity_id kind logs "
       "outbound_ip_address_list outbound_ip_addresses possible_outbound_ip_address_list possible_outbound_ip_addresses "
       "public_network_access_enabled site_credential sticky_settings storage_account tags timeouts "
       "virtual_network_backup_restore_enabled webdeploy_publish_basic_authentication_enabled zip_deploy_file").split()
STORAGE = ("access_tier allow_nested_items_to_be_public azure_files_authentication blob_properties "
           "cross_tenant_replication_enabled custom_domain customer_managed_key dns_endpoint_type edge_zone identity "
           "immutability_policy infrastructure_encryption_enabled is_hns_enabled large_file_share_enabled local_user_enabled "
           "network_rules nfsv3_enabled primary_blob_endpoint primary_dfs_endpoint primary_file_endpoint "
           "primary_queue_endpoint primary_table_endpoint primary_web_endpoint queue_properties routing sas_policy "
           "secondary_blob_endpoint secondary_dfs_endpoint sftp_enabled share_properties static_website timeouts").split()
LISTS = {"auth_settings", "backup", "cors", "ip_restriction", "scm_ip_restriction", "logs", "identity", "network_rules",
         "blob_properties", "connection_string", "storage_account", "outbound_ip_address_list", "queue_properties"}
ROOT = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-{n}"


def filled(names: list[str]) -> dict:
    """Attributes as the provider fills them in: empty lists, flags and null."""
    return {name: [] if name in LISTS else False if name.endswith("enabled") else None for name in names}


def rule(number: int) -> dict:
    ranges = {key: [] for key in ("source_port_ranges", "source_address_prefixes", "destination_port_ranges",
                                  "destination_address_prefixes", "source_application_security_group_ids",
                                  "destination_application_security_group_ids")}
    return ranges | {"name": f"rule-{number}", "priority": 100 + number, "direction": "Outbound", "access": "Allow",
                     "protocol": "Tcp", "source_port_range": "*", "source_address_prefix": "*", "description": "",
                     "destination_port_range": str(8000 + number), "destination_address_prefix": "*"}


def app(number: int, index: int) -> dict:
    settings = {"APP_NAME": f"app-{number}-{index}", "LOG_LEVEL": "info", "TZ": "Europe/Berlin",
                "DATABASE_URL": f"postgres://db-{number}.internal:5432/app"}
    if number % 10 == 0 and index == 0:
        settings |= {"SMTP_HOST": "smtp.sendgrid.net", "SMTP_PORT": "25", "SMTP_USER": "apikey", "SMTP_PASSWORD": "x"}
    site = filled(SITE) | {"always_on": True, "vnet_route_all_enabled": True, "minimum_tls_version": "1.2"}
    return filled(APP) | {"name": f"app-{number}-{index}", "app_settings": settings, "https_only": True, "enabled": True,
                          "default_hostname": f"app-{number}-{index}.azurewebsites.net", "site_config": [site]}


def resources_of(number: int):
    root = ROOT.format(n=number)

    def one(kind: str, name: str, path: str, values: dict, links: dict | None = None):
        place = {"resource_group_name": f"rg-{number}", "location": "westeurope", "id": f"{root}{path}"}
        return kind, name, place | values, links or {}

    group = f"g{number}"
    network = f"/providers/Microsoft.Network/virtualNetworks/vnet-{number}"
    plan = f"/providers/Microsoft.Web/serverFarms/plan-{number}"
    yield one("azurerm_resource_group", group, "", {"name": f"rg-{number}", "managed_by": "", "tags": {"team": "shop"}})
    yield one("azurerm_virtual_network", group, network, {"name": f"vnet-{number}", "address_space": ["10.0.0.0/16"],
                                                          "dns_servers": [], "encryption": [], "tags": None})
    yield one("azurerm_subnet", group, network + "/subnets/apps", {
        "name": "apps", "virtual_network_name": f"vnet-{number}", "address_prefixes": ["10.0.1.0/24"], "delegation": [],
        "service_endpoints": [], "default_outbound_access_enabled": True})
    yield one("azurerm_service_plan", group, plan, {"name": f"plan-{number}", "os_type": "Linux", "sku_name": "P1v3"})
    yield one("azurerm_storage_account", group, f"/providers/Microsoft.Storage/storageAccounts/st{number}",
              filled(STORAGE) | {"name": f"st{number}", "account_tier": "Standard", "account_replication_type": "LRS"})
    yield one("azurerm_network_security_group", group, f"/providers/Microsoft.Network/networkSecurityGroups/nsg-{number}",
              {"name": f"nsg-{number}", "security_rule": [rule(index) for index in range(8)], "tags": None})
    for index in range(4):
        values = app(number, index) | {"service_plan_id": root + plan,
                                       "virtual_network_subnet_id": root + network + "/subnets/apps"}
        yield one("azurerm_linux_web_app", f"{group}_{index}", f"/providers/Microsoft.Web/sites/app-{number}-{index}",
                  values, {"service_plan_id": "azurerm_service_plan", "virtual_network_subnet_id": "azurerm_subnet"})


def sensitive(values: dict) -> dict:
    return {"app_settings": {"SMTP_PASSWORD": True}} if "SMTP_PASSWORD" in values.get("app_settings", {}) else {}


def entries(number: int):
    """The four forms of each resource of a group: planned, changed, as it was, configured."""
    for kind, name, values, links in resources_of(number):
        base = {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}
        provided = base | {"provider_name": "registry.terraform.io/hashicorp/azurerm"}
        state = provided | {"schema_version": 0, "values": values, "sensitive_values": sensitive(values)}
        change = {"actions": ["no-op"], "before": values, "after": values, "after_unknown": {},
                  "before_sensitive": sensitive(values), "after_sensitive": sensitive(values)}
        expressions = {key: {"constant_value": value} for key, value in values.items() if isinstance(value, str)}
        expressions |= {key: {"references": [f"{to}.g{number}.id", f"{to}.g{number}"]} for key, to in links.items()}
        configured = base | {"provider_config_key": "azurerm", "expressions": expressions, "schema_version": 0}
        yield state, provided | {"change": change}, state, configured


def write(path: str, size: int) -> None:
    forms: list[list[str]] = [[], [], [], []]
    written, number = 0, 0
    while written < size:
        for entry in entries(number):
            for texts, form in zip(forms, entry):
                texts.append(json.dumps(form, separators=(",", ":")))
                written += len(texts[-1]) + 1
        number += 1
    planned, changed, prior, configured = (",".join(texts) for texts in forms)
    provider = '{"azurerm":{"name":"azurerm","expressions":{"features":[{}]}}}'
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":['
                   + planned + ']}},"resource_changes":[' + changed + '],"prior_state":{"format_version":"1.0","values":'
                   '{"root_module":{"resources":[' + prior + ']}}},"configuration":{"provider_config":' + provider
                   + ',"root_module":{"resources":[' + configured + ']}},"errored":false}\n')


if __name__ == "__main__":
    write(sys.argv[1], int(float(sys.argv[2]) * 1e6))
