package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of what nobody should read: secrets that stand in the configuration. */
final class Secrets {

    static final List<Injection> ALL =
            List.of(
                    known("TF-PASSWORD", "aws_db_instance", "password"),
                    known("TF-PASSWORD", "azurerm_mssql_server", "administrator_login_password"),
                    known("TF-PASSWORD", "google_sql_user", "password"),
                    known("TF-CREDENTIALS", "aws_ssm_parameter", "value"),
                    known("TF-PRIVATE-KEY", "aws_iam_server_certificate", "private_key"),
                    known("TF-PROVIDER-SECRET", "provider.kubernetes", "token"),
                    known(
                            "TF-ENV-SECRET",
                            "aws_lambda_function",
                            "environment",
                            "variables",
                            "DB_PASSWORD"),
                    within(
                            "TF-URL-PASSWORD",
                            "aws_lambda_function",
                            "environment",
                            "variables",
                            "QUEUE_URL"),
                    within("TF-SCRIPT-SECRET", "aws_instance", "user_data"));

    private Secrets() {}

    /** The whole value, in the block or as the default of the variable. */
    private static Injection known(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.block()
                                .value(List.of(path))
                                .filter(value -> value.startsWith("var."))
                                .flatMap(value -> whole(site, List.of(path), value)));
    }

    private static Optional<Injected> whole(Site site, List<String> path, String reference) {
        String secret = quoted(secret(site));
        var variable = new Spot(site.spot().folder(), reference);
        boolean isShared =
                site.project()
                                .blocks(block ->
                                        block.toString().contains(reference)
                                                && !block.id().equals(reference))
                                .size()
                        > 1;
        boolean isGiven = !site.project().folders().get(site.spot().folder()).call().isEmpty();
        if (!isShared && !isGiven && site.random().percent(40)) {
            return Optional.of(
                    new Injected(
                            site.fault(path),
                            variable,
                            List.of("default"),
                            variable.put(List.of("default"), secret),
                            tempting(site, variable, List.of("default"))));
        }
        return Optional.of(
                new Injected(
                        site.fault(path),
                        site.spot(),
                        path,
                        site.spot().put(path, secret),
                        tempting(site, site.spot(), path)));
    }

    /** A part of a longer text. */
    private static Injection within(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.block()
                                .value(List.of(path))
                                .map(value -> {
                                    String secret = secret(site);
                                    return new Injected(
                                            site.fault(List.of(path)),
                                            site.spot(),
                                            List.of(path),
                                            site.spot().put(List.of(path), filled(value, secret)),
                                            site.spot()
                                                    .put(
                                                            List.of(path),
                                                            filled(value, secret(site) + "!")));
                                }));
    }

    private static String filled(String value, String secret) {
        return value.replaceFirst("\\$\\{[^}]*\\}", secret);
    }

    /** Another secret, or this one in another dress. */
    private static Edit tempting(Site site, Spot spot, List<String> path) {
        String secret = secret(site);
        return spot.put(
                path,
                switch (site.random().below(3)) {
                    case 0 -> quoted(secret);
                    case 1 ->
                            "join(\"\", [%s, %s])"
                                    .formatted(
                                            quoted(secret.substring(0, 4)),
                                            quoted(secret.substring(4)));
                    default -> "format(\"%s\", " + quoted(secret) + ")";
                });
    }

    private static String secret(Site site) {
        return switch (site.rule()) {
            case "TF-CREDENTIALS" -> "AKIA" + drawn(site, "ABCDEFGHJKLMNPQRSTUVWXYZ234567", 16);
            case "TF-PRIVATE-KEY" ->
                    "-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEI%s\\n-----END PRIVATE KEY-----"
                            .formatted(drawn(site, "abcdefghijkmnpqrstuvwxyz0123456789", 20));
            default ->
                    site.random().oneOf(List.of("Heron", "copper", "Tundra", "maple"))
                            + "-"
                            + drawn(site, "abcdefghkmnpqrstuvwxyz23456789", 9)
                            + site.random().below(100);
        };
    }

    private static String drawn(Site site, String letters, int number) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < number; i++) {
            drawn.append(letters.charAt(site.random().below(letters.length())));
        }
        return drawn.toString();
    }
}
