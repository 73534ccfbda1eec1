package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.list;

import java.util.List;

/** What runs at Google's. */
final class GoogleServices {

    static final List<Archetype> USUAL =
            List.of(
                    new Archetype("gcp-service", "google", GoogleServices::service),
                    new Archetype("gcp-machines", "google", GoogleServices::machines));

    static final List<Archetype> SHIFTED =
            List.of(new Archetype("gcp-cluster", "google", GoogleServices::cluster));

    private GoogleServices() {}

    private static void service(Scene scene) {
        String word = scene.word();
        bucket(scene, word, "data");
        if (scene.has(40)) {
            bucket(scene, "exports", "exports");
        }
        database(scene, word);
        if (scene.has(60)) {
            scene.resource("google_sql_user", word)
                    .text("name", word)
                    .set("instance", "google_sql_database_instance.%s.name".formatted(word))
                    .set("password", scene.secret("password"))
                    .in("database");
        }
        if (scene.has(60)) {
            zone(scene, word);
        }
        grant(scene, word);
    }

    private static void machines(Scene scene) {
        String word = scene.word();
        scene.resource("google_compute_network", "main")
                .text("name", scene.plainName())
                .no("auto_create_subnetworks")
                .in("network");
        firewall(scene);
        machine(scene, word);
        if (scene.has(50)) {
            machine(scene, "batch");
        }
        if (scene.has(60)) {
            bucket(scene, word, "artifacts");
        }
        if (scene.has(50)) {
            grant(scene, word);
        }
    }

    private static void cluster(Scene scene) {
        String word = scene.word();
        scene.resource("google_compute_network", "main")
                .text("name", scene.plainName())
                .no("auto_create_subnetworks")
                .in("network");
        scene.resource("google_container_cluster", word)
                .text("name", scene.name("gke"))
                .text("location", scene.oneOf("europe-west1", "northamerica-northeast1"))
                .set("network", "google_compute_network.main.id")
                .set("initial_node_count", scene.oneOf("1", "3"))
                .maybe(50, one -> one.no("enable_legacy_abac"))
                .in("cluster");
        firewall(scene);
        bucket(scene, word, "backups");
        if (scene.has(60)) {
            zone(scene, word);
        }
        if (scene.has(50)) {
            database(scene, word);
        }
    }

    private static void bucket(Scene scene, String name, String what) {
        scene.resource("google_storage_bucket", name)
                .text("name", scene.name(what))
                .text("location", scene.oneOf("EU", "US", "EUROPE-WEST1"))
                .yes("uniform_bucket_level_access")
                .text("public_access_prevention", "enforced")
                .maybe(50, one -> one.block("versioning", body -> body.yes("enabled")))
                .in("storage");
    }

    private static void database(Scene scene, String name) {
        scene.resource("google_sql_database_instance", name)
                .text("name", scene.name("sql"))
                .text("database_version", scene.oneOf("POSTGRES_16", "MYSQL_8_0"))
                .text("region", scene.oneOf("europe-west1", "europe-west3"))
                .maybe(50, one -> one.yes("deletion_protection"))
                .block(
                        "settings",
                        settings ->
                                settings.text(
                                                "tier",
                                                scene.oneOf("db-custom-2-8192", "db-f1-micro"))
                                        .block(
                                                "ip_configuration",
                                                body ->
                                                        body.no("ipv4_enabled")
                                                                .text(
                                                                        "private_network",
                                                                        "projects/%s/global/networks/main"
                                                                                .formatted(
                                                                                        scene
                                                                                                .plainName()))
                                                                .text("ssl_mode", "ENCRYPTED_ONLY"))
                                        .block(
                                                "backup_configuration",
                                                body ->
                                                        body.yes("enabled")
                                                                .maybe(
                                                                        40,
                                                                        one ->
                                                                                one.text(
                                                                                        "start_time",
                                                                                        "03:00"))))
                .in("database");
    }

    private static void zone(Scene scene, String name) {
        scene.resource("google_dns_managed_zone", name)
                .text("name", scene.plainName())
                .text("dns_name", scene.subject + ".example.")
                .block("dnssec_config", body -> body.text("state", "on"))
                .in("dns");
    }

    private static void grant(Scene scene, String name) {
        scene.resource("google_service_account", name)
                .text("account_id", scene.plainName())
                .in("access");
        boolean isBinding = scene.has(35);
        String who = "serviceAccount:${google_service_account.%s.email}".formatted(name);
        BlockWriter grant =
                scene.resource(
                                isBinding
                                        ? "google_project_iam_binding"
                                        : "google_project_iam_member",
                                name)
                        .text("project", scene.plainName())
                        .text("role", "roles/viewer");
        (isBinding ? grant.set("members", list(List.of(who))) : grant.text("member", who))
                .in("access");
    }

    private static void firewall(Scene scene) {
        scene.resource("google_compute_firewall", "web")
                .text("name", scene.plainName() + "-web")
                .set("network", "google_compute_network.main.name")
                .set("source_ranges", list(List.of("0.0.0.0/0")))
                .block(
                        "allow",
                        body -> body.text("protocol", "tcp").set("ports", list(List.of("443"))))
                .in("network");
        scene.resource("google_compute_firewall", "administration")
                .text("name", scene.plainName() + "-administration")
                .set("network", "google_compute_network.main.name")
                .maybe(60, one -> one.text("direction", "INGRESS"))
                .set("source_ranges", list(List.of(scene.network())))
                .block(
                        "allow",
                        body ->
                                body.text("protocol", "tcp")
                                        .set(
                                                "ports",
                                                scene.oneOf(
                                                        "[\"22\"]",
                                                        "[\"22\", \"3389\"]",
                                                        "[\"20-30\"]")))
                .in("network");
    }

    private static void machine(Scene scene, String name) {
        scene.resource("google_compute_instance", name)
                .text("name", scene.name(name.replace('_', '-')))
                .text("machine_type", scene.oneOf("e2-small", "e2-standard-4", "n2-standard-2"))
                .text("zone", scene.oneOf("europe-west1-b", "europe-west3-a"))
                .block(
                        "boot_disk",
                        disk ->
                                disk.block(
                                        "initialize_params",
                                        body -> body.text("image", "debian-cloud/debian-12")))
                .block(
                        "network_interface",
                        body -> body.set("network", "google_compute_network.main.id"))
                .block(
                        "shielded_instance_config",
                        body -> body.yes("enable_secure_boot").yes("enable_vtpm"))
                .map(
                        "metadata",
                        body ->
                                body.text("block-project-ssh-keys", "true")
                                        .maybe(50, one -> one.text("serial-port-enable", "false")))
                .in("machines");
    }
}
