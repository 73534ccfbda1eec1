package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.Settings.given;
import static dev.svgym.configremediation.generation.terraform.Settings.mayNotBeFalse;
import static dev.svgym.configremediation.generation.terraform.Settings.mayNotBeTrue;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeFalse;
import static dev.svgym.configremediation.generation.terraform.Settings.mustBeTrue;

import java.util.List;

/** Faults of single settings at Microsoft's. */
final class AzureSettings {

    static final List<Injection> ALL =
            List.of(
                    mayNotBeFalse(
                            "TF-AZURE-AKS-RBAC",
                            "azurerm_kubernetes_cluster",
                            "role_based_access_control_enabled"),
                    mustBeTrue("TF-AZURE-APP-HTTPS", "azurerm_linux_web_app", "https_only"),
                    mustBeTrue("TF-AZURE-APP-HTTPS", "azurerm_linux_function_app", "https_only"),
                    mustBeTrue(
                            "TF-AZURE-KEY-VAULT-PURGE",
                            "azurerm_key_vault",
                            "purge_protection_enabled"),
                    mayNotBeTrue(
                            "TF-AZURE-REDIS-PORT", "azurerm_redis_cache", "non_ssl_port_enabled"),
                    mustBeFalse(
                            "TF-AZURE-SQL-PUBLIC",
                            "azurerm_mssql_server",
                            "public_network_access_enabled"),
                    mayNotBeFalse(
                            "TF-AZURE-STORAGE-HTTPS",
                            "azurerm_storage_account",
                            "https_traffic_only_enabled"),
                    mustBeFalse(
                            "TF-AZURE-STORAGE-PUBLIC",
                            "azurerm_storage_account",
                            "allow_nested_items_to_be_public"),
                    given(
                            "TF-AZURE-STORAGE-TLS",
                            "azurerm_storage_account",
                            "min_tls_version",
                            "TLS1_0",
                            "TLS1_1"),
                    mayNotBeFalse(
                            "TF-AZURE-VM-PASSWORD",
                            "azurerm_linux_virtual_machine",
                            "disable_password_authentication"));

    private AzureSettings() {}
}
