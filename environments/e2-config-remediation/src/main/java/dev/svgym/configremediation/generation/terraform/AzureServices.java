package dev.svgym.configremediation.generation.terraform;

import java.util.List;

/** What runs at Microsoft's. */
final class AzureServices {

    static final List<Archetype> USUAL =
            List.of(
                    new Archetype("azure-web-application", "azurerm", AzureServices::web),
                    new Archetype("azure-data-platform", "azurerm", AzureServices::data));

    static final List<Archetype> SHIFTED =
            List.of(new Archetype("azure-cluster", "azurerm", AzureServices::cluster));

    private AzureServices() {}

    private static void web(Scene scene) {
        String word = scene.word();
        group(scene);
        place(scene.resource("azurerm_service_plan", word).text("name", scene.name("plan")))
                .text("os_type", "Linux")
                .text("sku_name", scene.oneOf("B1", "P1v3"))
                .in("application");
        String app =
                scene.oneOf(
                        "azurerm_linux_web_app",
                        "azurerm_linux_web_app",
                        "azurerm_linux_function_app");
        place(scene.resource(app, word).text("name", scene.name("app")))
                .set("service_plan_id", "azurerm_service_plan.%s.id".formatted(word))
                .yes("https_only")
                .block("site_config", body -> body.yes("http2_enabled"))
                .in("application");
        storage(scene, word);
        if (scene.has(60)) {
            cache(scene);
        }
        if (scene.has(60)) {
            vault(scene, word);
        }
    }

    private static void data(Scene scene) {
        String word = scene.word();
        group(scene);
        place(scene.resource("azurerm_mssql_server", word).text("name", scene.name("sql")))
                .text("version", "12.0")
                .no("public_network_access_enabled")
                .maybe(
                        60,
                        one ->
                                one.text("administrator_login", "dba")
                                        .set(
                                                "administrator_login_password",
                                                scene.secret("password")))
                .block(
                        "azuread_administrator",
                        body ->
                                body.text("login_username", "database-admins")
                                        .text("object_id", "00000000-1111-2222-3333-555555555555"))
                .in("database");
        scene.resource("azurerm_mssql_database", word)
                .text("name", word)
                .set("server_id", "azurerm_mssql_server.%s.id".formatted(word))
                .text("sku_name", scene.oneOf("S0", "GP_S_Gen5_2"))
                .in("database");
        storage(scene, word);
        if (scene.has(50)) {
            storage(scene, "archive");
        }
        if (scene.has(50)) {
            cache(scene);
        }
        if (scene.has(50)) {
            machine(scene, "loader");
        }
        if (scene.has(50)) {
            vault(scene, word);
        }
    }

    private static void cluster(Scene scene) {
        String word = scene.word();
        group(scene);
        place(scene.resource("azurerm_kubernetes_cluster", word).text("name", scene.name("aks")))
                .text("dns_prefix", scene.plainName())
                .maybe(50, one -> one.yes("role_based_access_control_enabled"))
                .block(
                        "default_node_pool",
                        body ->
                                body.text("name", "default")
                                        .set("node_count", scene.oneOf("2", "3", "5"))
                                        .text("vm_size", "Standard_D2s_v5"))
                .block("identity", body -> body.text("type", "SystemAssigned"))
                .in("cluster");
        if (scene.has(60)) {
            scene.provider("kubernetes")
                    .set(
                            "host",
                            "azurerm_kubernetes_cluster.%s.kube_config[0].host".formatted(word))
                    .set("token", scene.secret("cluster_token"))
                    .in(Topics.PROVIDERS);
        }
        vault(scene, word);
        storage(scene, word);
        if (scene.has(60)) {
            machine(scene, "bastion");
        }
    }

    private static void group(Scene scene) {
        scene.resource("azurerm_resource_group", "main")
                .text("name", scene.name("rg"))
                .text("location", scene.oneOf("westeurope", "northeurope", "germanywestcentral"))
                .tags()
                .in("foundation");
    }

    private static BlockWriter place(BlockWriter block) {
        return block.set("resource_group_name", "azurerm_resource_group.main.name")
                .set("location", "azurerm_resource_group.main.location");
    }

    private static void storage(Scene scene, String name) {
        place(
                        scene.resource("azurerm_storage_account", name)
                                .text(
                                        "name",
                                        (scene.plainName() + name).replaceAll("[^a-z0-9]", "")))
                .text("account_tier", "Standard")
                .text("account_replication_type", scene.oneOf("LRS", "GRS", "ZRS"))
                .maybe(60, one -> one.yes("https_traffic_only_enabled"))
                .maybe(70, one -> one.text("min_tls_version", "TLS1_2"))
                .no("allow_nested_items_to_be_public")
                .tags()
                .in("storage");
    }

    private static void cache(Scene scene) {
        place(
                        scene.resource("azurerm_redis_cache", "sessions")
                                .text("name", scene.name("sessions")))
                .set("capacity", "1")
                .text("family", "C")
                .text("sku_name", "Standard")
                .maybe(50, one -> one.no("non_ssl_port_enabled"))
                .in("cache");
    }

    private static void vault(Scene scene, String name) {
        place(scene.resource("azurerm_key_vault", name).text("name", scene.name("kv")))
                .text("tenant_id", "00000000-1111-2222-3333-444444444444")
                .text("sku_name", "standard")
                .yes("purge_protection_enabled")
                .maybe(50, one -> one.set("soft_delete_retention_days", "30"))
                .in("secrets");
    }

    private static void machine(Scene scene, String name) {
        String user = scene.oneOf("operator", "ops", "azureuser");
        place(scene.resource("azurerm_linux_virtual_machine", name).text("name", scene.name(name)))
                .text("size", scene.oneOf("Standard_B2s", "Standard_D2s_v5"))
                .text("admin_username", user)
                .set(
                        "network_interface_ids",
                        "[\"/subscriptions/0/networkInterfaces/%s\"]".formatted(name))
                .maybe(60, one -> one.yes("disable_password_authentication"))
                .block(
                        "admin_ssh_key",
                        body ->
                                body.text("username", user)
                                        .text(
                                                "public_key",
                                                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample"
                                                        + scene.random.below(10)
                                                        + " "
                                                        + user))
                .block(
                        "os_disk",
                        body ->
                                body.text("caching", "ReadWrite")
                                        .text("storage_account_type", "Premium_LRS"))
                .tags()
                .in("machines");
    }
}
