package dev.svgym.configremediation.generation.dockerfile;

import static dev.svgym.configremediation.generation.dockerfile.Injection.ofCommands;

import dev.svgym.configremediation.generation.dockerfile.Injection.Site;
import java.util.List;
import java.util.Optional;

/** Faults of what is run while an image is built. */
final class CommandInjections {

    private static final List<String> INSTALLERS =
            List.of("apt-get ", "apk add ", "dnf install ", "make ", "tar ");

    static final List<Injection> ALL =
            List.of(
                    ofCommands("DF-SUDO", INSTALLERS, CommandInjections::sudo),
                    ofCommands("DF-CURL-INSECURE", List.of("curl "), CommandInjections::insecure),
                    ofCommands(
                            "DF-PLAIN-HTTP", List.of("curl ", "wget "), CommandInjections::plain),
                    ofCommands("DF-TLS-VERIFY", List.of("wget "), CommandInjections::unchecked),
                    ofCommands(
                            "DF-TLS-VERIFY", List.of("pip install "), CommandInjections::trusted),
                    ofCommands("DF-TLS-VERIFY", List.of("git clone "), CommandInjections::cloned),
                    ofCommands("DF-TLS-VERIFY", List.of("npm ci"), CommandInjections::lax),
                    ofCommands(
                            "DF-UNAUTHENTICATED-PACKAGES",
                            List.of("apt-get install "),
                            CommandInjections::unsigned),
                    ofCommands(
                            "DF-UNAUTHENTICATED-PACKAGES",
                            List.of("apk add "),
                            CommandInjections::untrusted),
                    ofCommands(
                            "DF-UNAUTHENTICATED-PACKAGES",
                            List.of("dnf install "),
                            CommandInjections::unverified),
                    ofCommands("DF-WORLD-WRITABLE", List.of("chmod "), CommandInjections::writable),
                    flag("DF-HOST-NETWORK", "network", "--network=host", "--network=none"),
                    flag("DF-INSECURE-RUN", "security", "--security=insecure", "--network=none"));

    private CommandInjections() {}

    private static Optional<Injected> sudo(Site site, String command) {
        String option = site.random().oneOf(List.of("", "", "-E "));
        return site.command("sudo " + option + command, faulty -> "su root -c '" + command + "'");
    }

    private static Optional<Injected> insecure(Site site, String command) {
        String option = site.random().oneOf(List.of("-k ", "--insecure "));
        String faulty = command.replaceFirst("curl ", "curl " + option);
        return site.command(
                faulty, _ -> faulty.replace(option, "--proto-redir =all --cacert /dev/null "));
    }

    private static Optional<Injected> plain(Site site, String command) {
        if (!command.contains("https://")) {
            return Optional.empty();
        }
        return site.command(
                command.replace("https://", "http://"),
                faulty -> faulty.replace("http://", "https://mirror."));
    }

    private static Optional<Injected> unchecked(Site site, String command) {
        return site.command(
                command.replaceFirst("wget ", "wget --no-check-certificate "),
                _ -> command.replaceFirst("wget ", "wget --ca-certificate=/dev/null "));
    }

    private static Optional<Injected> trusted(Site site, String command) {
        String host = site.random().oneOf(List.of("pypi.org", "packages.example", "pypi.internal"));
        String joint = site.random().oneOf(List.of(" ", "="));
        return site.command(
                command.replaceFirst(
                        "pip install ", "pip install --trusted-host" + joint + host + " "),
                _ ->
                        command.replaceFirst(
                                "pip install ",
                                "pip install --index-url http://" + host + "/simple "));
    }

    private static Optional<Injected> cloned(Site site, String command) {
        return site.command(
                command.replaceFirst("git clone ", "git -c http.sslVerify=false clone "),
                _ -> command.replaceFirst("git clone ", "git -c http.sslCAInfo=/dev/null clone "));
    }

    private static Optional<Injected> lax(Site site, String command) {
        return site.command(
                command + " --strict-ssl=false", _ -> command + " --registry http://npm.example/");
    }

    private static Optional<Injected> unsigned(Site site, String command) {
        String option = site.random().oneOf(List.of("--allow-unauthenticated", "--force-yes"));
        return site.command(
                command.replaceFirst("install ", "install " + option + " "),
                _ -> command.replaceFirst("install ", "install --allow-downgrades "));
    }

    private static Optional<Injected> untrusted(Site site, String command) {
        return site.command(
                command.replaceFirst("apk add ", "apk add --allow-untrusted "),
                _ -> command.replaceFirst("apk add ", "apk add --force-broken-world "));
    }

    private static Optional<Injected> unverified(Site site, String command) {
        return site.command(
                command.replaceFirst("dnf install ", "dnf install --nogpgcheck "),
                _ -> command.replaceFirst("dnf install ", "dnf install --skip-broken "));
    }

    /** A mode that gives everybody everything, in place of one that does not. */
    private static Optional<Injected> writable(Site site, String command) {
        String given = command.replaceFirst("chmod (-R )?", "").replaceFirst(" .*", "");
        String everything =
                given.startsWith("6")
                        ? site.random().oneOf(List.of("666", "0666"))
                        : site.random().oneOf(List.of("777", "0777"));
        return site.command(
                command.replaceFirst(given, everything),
                _ -> command.replaceFirst(given, "1" + (given.startsWith("6") ? "666" : "777")));
    }

    private static Injection flag(String rule, String field, String faulty, String tempting) {
        return new Injection(
                rule,
                files -> Spots.lines(files, line -> line.is("RUN")),
                site ->
                        site.line(
                                site.spot().instructionFault(site.files(), rule, field),
                                line -> ImageInjections.flagged(line, faulty),
                                line ->
                                        ImageInjections.flagged(
                                                line.withFlags(
                                                        line.flags().stream()
                                                                .filter(one -> !one.equals(faulty))
                                                                .toList()),
                                                tempting)));
    }
}
