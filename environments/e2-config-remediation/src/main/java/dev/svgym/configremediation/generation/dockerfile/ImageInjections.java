package dev.svgym.configremediation.generation.dockerfile;

import dev.svgym.configremediation.generation.dockerfile.Injection.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults of what is in an image and who runs it. */
final class ImageInjections {

    private static final List<String> SECRETS =
            List.of(
                    "DB_PASSWORD",
                    "API_KEY",
                    "SESSION_SECRET",
                    "SMTP_PASSWORD",
                    "AUTH_TOKEN",
                    "AWS_SECRET_ACCESS_KEY");

    private static final List<String> VALUES =
            List.of("hunter2", "s3cr3t-please", "correct-horse-battery", "Pa55word", "changeit");

    private static final List<String> ROOTS = List.of("root", "0", "0:0", "root:root");

    static final List<Injection> ALL =
            List.of(
                    new Injection("DF-BASE-TAG", Spots::stages, ImageInjections::moving),
                    new Injection(
                            "DF-ADD-LOCAL",
                            files -> Spots.lines(files, ImageInjections::copiesLocally),
                            ImageInjections::added),
                    new Injection(
                            "DF-COPY-WORLD-WRITABLE",
                            files -> Spots.lines(files, ImageInjections::copiesLocally),
                            ImageInjections::writable),
                    new Injection(
                            "DF-ROOT-USER",
                            files -> Spots.lines(files, line -> line.is("USER")),
                            ImageInjections::root),
                    new Injection(
                            "DF-SSH-PORT",
                            files -> Spots.lines(files, line -> line.is("EXPOSE")),
                            ImageInjections::ssh),
                    new Injection(
                            "DF-SECRET",
                            files -> Spots.lines(files, line -> line.is("ENV")),
                            ImageInjections::secret),
                    new Injection(
                            "DF-SECRET",
                            files -> Spots.parts(files, "ARG", part -> part.endsWith("_TOKEN")),
                            ImageInjections::preset),
                    new Injection(
                            "DF-TLS-VERIFY-ENV",
                            files -> Spots.lines(files, line -> line.is("ENV")),
                            ImageInjections::trusting));

    private ImageInjections() {}

    static Line flagged(Line line, String flag) {
        List<String> flags = new ArrayList<>(line.flags());
        flags.add(flag);
        return line.withFlags(flags);
    }

    private static boolean copiesLocally(Line line) {
        return line.is("COPY")
                && line.flags().stream().noneMatch(flag -> flag.startsWith("--from"));
    }

    private static Optional<Injected> moving(Site site) {
        String image = site.spot().stage(site.files()).image();
        int tag = image.lastIndexOf(':');
        if (image.contains("@") || tag <= image.lastIndexOf('/')) {
            return Optional.empty();
        }
        String repository = image.substring(0, tag);
        String faulty = site.random().oneOf(List.of(repository, repository + ":latest"));
        String other = repository.startsWith("debian") ? "alpine:3.20.3" : "debian:12.8-slim";
        return Optional.of(
                new Injected(
                        site.spot().fault(site.files(), site.rule(), "base", "image"),
                        site.spot(),
                        site.spot().stage(stage -> stage.on(faulty)),
                        site.spot().stage(stage -> stage.on(other))));
    }

    private static Optional<Injected> added(Site site) {
        return site.line(
                site.spot().instructionFault(site.files(), site.rule(), "instruction"),
                line -> line.withKeyword("ADD"),
                line -> line.withKeyword("COPY").with(0, "--link " + line.parts().getFirst()));
    }

    private static Optional<Injected> writable(Site site) {
        Line clean = site.spot().line(site.files());
        List<String> others =
                clean.flags().stream().filter(flag -> !flag.startsWith("--chmod")).toList();
        String mode = site.random().oneOf(List.of("777", "0777"));
        return site.line(
                site.spot().instructionFault(site.files(), site.rule(), "chmod"),
                line -> flagged(line.withFlags(others), "--chmod=" + mode),
                line -> flagged(line.withFlags(others), "--chmod=0757"));
    }

    private static Optional<Injected> root(Site site) {
        boolean isLast =
                site.spot().stage() == site.files().get(site.spot().file()).stages().size() - 1;
        if (!isLast) {
            return Optional.empty();
        }
        String user = site.random().oneOf(ROOTS);
        boolean isLeftOut = site.random().percent(50);
        return site.line(
                site.spot().fault(site.files(), site.rule(), "user"),
                line -> isLeftOut ? line.leftOut() : line.with(0, user),
                _ -> site.spot().line(site.files()).with(0, user.equals("0") ? "root" : "0"));
    }

    private static Optional<Injected> ssh(Site site) {
        return site.line(
                site.spot()
                        .fault(site.files(), site.rule(), "instructions", "EXPOSE 22/tcp", "port"),
                line -> line.plus("22"),
                line -> line.with(line.parts().size() - 1, "2022"));
    }

    private static Optional<Injected> secret(Site site) {
        String name = site.random().oneOf(SECRETS);
        String value = site.random().oneOf(VALUES);
        return variable(site, name, value, value + "2");
    }

    private static Optional<Injected> trusting(Site site) {
        String name =
                site.random()
                        .oneOf(
                                List.of(
                                        "NODE_TLS_REJECT_UNAUTHORIZED",
                                        "PYTHONHTTPSVERIFY",
                                        "GIT_SSL_NO_VERIFY"));
        return variable(site, name, name.startsWith("GIT") ? "true" : "0", "no");
    }

    private static Optional<Injected> variable(
            Site site, String name, String value, String tempting) {
        Line clean = site.spot().line(site.files());
        if (clean.parts().stream().anyMatch(part -> part.startsWith(name + "="))) {
            return Optional.empty();
        }
        return site.line(
                site.spot()
                        .fault(site.files(), site.rule(), "instructions", "ENV " + name, "value"),
                line -> line.plus(name + "=" + value),
                line -> line.with(line.parts().size() - 1, name + "=" + tempting));
    }

    /** A default where the build is to be given a value. */
    private static Optional<Injected> preset(Site site) {
        String name = site.part();
        String value = site.random().oneOf(VALUES);
        return Optional.of(
                new Injected(
                        site.spot()
                                .fault(
                                        site.files(),
                                        site.rule(),
                                        "instructions",
                                        "ARG " + name,
                                        "value"),
                        site.spot(),
                        site.spot().part(_ -> name + "=" + value),
                        site.spot().part(_ -> name + "=" + value + "2")));
    }
}
