package dev.svgym.configremediation.generation;

import java.util.List;

/**
 * Words that names are made of.
 *
 * @param subjects what a service is about
 * @param roles what a service does
 */
public record Vocabulary(
        List<String> subjects,
        List<String> roles,
        List<String> namespaces,
        List<String> teams,
        List<String> registries,
        List<String> databases,
        List<String> settings) {

    public static final Vocabulary USUAL =
            new Vocabulary(
                    List.of(
                            "orders",
                            "billing",
                            "catalog",
                            "users",
                            "search",
                            "cart",
                            "invoice",
                            "shipping",
                            "payments",
                            "reviews",
                            "stock",
                            "mail",
                            "media",
                            "pricing",
                            "reports",
                            "events",
                            "profile",
                            "loyalty",
                            "returns",
                            "gateway"),
                    List.of("api", "web", "server", "service", "frontend", "backend", "app"),
                    List.of(
                            "shop",
                            "store",
                            "core",
                            "platform",
                            "prod",
                            "backoffice",
                            "customer",
                            "checkout",
                            "web-prod",
                            "internal"),
                    List.of("checkout", "platform", "growth", "data", "core", "ops", "web"),
                    List.of(
                            "registry.example",
                            "registry.example/shop",
                            "cr.internal.example:5000/apps",
                            "ghcr.io/acme-example",
                            "docker.io/acmeexample"),
                    List.of("postgres:16.4", "postgres:15.8", "mysql:8.4.2", "mariadb:11.4.3"),
                    List.of(
                            "LOG_LEVEL=info",
                            "MODE=production",
                            "REGION=eu-central-1",
                            "CACHE_TTL=300",
                            "HTTP_TIMEOUT=10s",
                            "WORKERS=4",
                            "LOCALE=en_GB.UTF-8",
                            "METRICS_ENABLED=true",
                            "FEATURE_NEW_BASKET=false",
                            "QUEUE_NAME=default",
                            "MAX_BATCH=250",
                            "TRACE_SAMPLING=0.05",
                            "SHUTDOWN_GRACE=20s",
                            "PUBLIC_URL=https://shop.example/",
                            "TZ=Europe/Berlin"));

    /** For {@code ood}: another company. */
    public static final Vocabulary SHIFTED =
            new Vocabulary(
                    List.of(
                            "telemetry",
                            "genome",
                            "satellite",
                            "turbine",
                            "ledger",
                            "claims",
                            "imaging",
                            "roster",
                            "tariff",
                            "mooring",
                            "weather",
                            "patients",
                            "fleet",
                            "sensor",
                            "grid",
                            "archive"),
                    List.of("ingest", "portal", "broker", "engine", "relay", "viewer", "hub"),
                    List.of("lab", "edge", "ward", "trading", "observatory", "plant-7", "harbour"),
                    List.of("research", "clinical", "risk", "field", "grid-ops"),
                    List.of(
                            "images.lab.example/science",
                            "quay.io/institute-example",
                            "harbor.plant.example/ot"),
                    List.of("timescaledb:2.16.1", "cockroach:24.1.4", "redis:7.4.0"),
                    List.of(
                            "SAMPLING_HZ=50",
                            "STATION=north-3",
                            "CALIBRATION=2024-b",
                            "UPLINK=primary",
                            "RETENTION=72h",
                            "PROTOCOL=mqtt",
                            "THRESHOLD=0.75",
                            "VERBOSE=false",
                            "SHARD=7",
                            "CODEC=zstd"));
}
