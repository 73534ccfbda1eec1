package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Faults of connections: nobody checks who is at the other end. */
final class Connections {

    private static final List<String> SCRIPT = List.of("user_data");
    private static final List<String> ENDPOINT = List.of("endpoint");

    static final List<Injection> ALL =
            List.of(
                    new Injection("TF-SCRIPT-TLS", Set.of("aws_instance"), Connections::unchecked),
                    new Injection(
                            "TF-PLAIN-HTTP",
                            Set.of("aws_sns_topic_subscription"),
                            Connections::plain),
                    new Injection(
                            "TF-PROVIDER-INSECURE",
                            Set.of("provider.kubernetes"),
                            Connections::insecure));

    private Connections() {}

    private static Optional<Injected> unchecked(Site site) {
        return site.block()
                .value(SCRIPT)
                .map(script ->
                        new Injected(
                                site.fault(SCRIPT),
                                site.spot(),
                                SCRIPT,
                                site.spot()
                                        .put(
                                                SCRIPT,
                                                script.replace(
                                                        "curl -fsSL",
                                                        site.random()
                                                                .oneOf(
                                                                        List.of(
                                                                                "curl -fsSLk",
                                                                                "curl -fsSL --insecure")))),
                                site.spot()
                                        .put(
                                                SCRIPT,
                                                script.replace(
                                                        "curl -fsSL",
                                                        "curl -fsSL --cacert /dev/null"))));
    }

    private static Optional<Injected> plain(Site site) {
        return site.block()
                .value(ENDPOINT)
                .filter(address -> address.startsWith("\"https://"))
                .map(address ->
                        new Injected(
                                site.fault(ENDPOINT),
                                site.spot(),
                                ENDPOINT,
                                site.spot()
                                        .put(ENDPOINT, address.replace("https://", "http://"))
                                        .then(site.spot().put(List.of("protocol"), quoted("http"))),
                                site.spot()
                                        .put(
                                                ENDPOINT,
                                                address.replace("https://", "https://mirror."))));
    }

    private static Optional<Injected> insecure(Site site) {
        List<String> path = List.of("insecure");
        return Optional.of(
                new Injected(
                        site.fault(path),
                        site.spot(),
                        path,
                        site.spot().put(path, "true"),
                        site.spot().put(path, "!false")));
    }
}
