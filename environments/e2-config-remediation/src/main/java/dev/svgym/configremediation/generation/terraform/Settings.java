package dev.svgym.configremediation.generation.terraform;

import static dev.svgym.configremediation.generation.terraform.BlockWriter.quoted;

import dev.svgym.configremediation.generation.terraform.Injection.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes faults of one setting: it has another value, or none. */
final class Settings {

    private Settings() {}

    /** Faulty where it is false, and where it is not there. */
    static Injection mustBeTrue(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(50)
                                ? missing(site, List.of(path), "null")
                                : wrong(site, List.of(path), "false", "\"yes\""));
    }

    /** Faulty where it is true, and where it is not there. */
    static Injection mustBeFalse(String rule, String type, String... path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(50)
                                ? missing(site, List.of(path), "null")
                                : wrong(site, List.of(path), "true", "\"no\""));
    }

    /** Faulty where it is true; a repair says that it is false. */
    static Injection mustNotBeTrue(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "true", "\"no\""));
    }

    /** Faulty where it is false; a repair says that it is true. */
    static Injection mustNotBeFalse(String rule, String type, String path) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.block().has(path)
                                ? wrong(site, List.of(path), "false", "\"yes\"")
                                : Optional.empty());
    }

    /** Faulty where it is true; it need not be there. */
    static Injection mayNotBeTrue(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "true", "!false"));
    }

    /** Faulty where it is false; it need not be there. */
    static Injection mayNotBeFalse(String rule, String type, String path) {
        return new Injection(
                rule, Set.of(type), site -> wrong(site, List.of(path), "false", "!true"));
    }

    /** Faulty where it is one of these words, and where it is not there. */
    static Injection oneOf(String rule, String type, List<String> path, String... wrong) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(35)
                                ? missing(site, path, "null")
                                : wrong(
                                        site,
                                        path,
                                        quoted(site.random().oneOf(List.of(wrong))),
                                        quoted(wrong[0].toLowerCase(Locale.ROOT))));
    }

    /** Faulty where it is one of these words. */
    static Injection given(String rule, String type, String path, String... wrong) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        wrong(
                                site,
                                List.of(path),
                                quoted(site.random().oneOf(List.of(wrong))),
                                "format(\"%s\", " + quoted(wrong[0]) + ")"));
    }

    /** Faulty where it is one of these numbers, and where it is not there. */
    static Injection number(
            String rule, String type, String path, List<String> wrong, String tempting) {
        return new Injection(
                rule,
                Set.of(type),
                site ->
                        site.random().percent(30)
                                ? missing(site, List.of(path), tempting)
                                : wrong(site, List.of(path), site.random().oneOf(wrong), tempting));
    }

    static Optional<Injected> wrong(Site site, List<String> path, String value, String tempting) {
        Optional<Seat> seat = Seat.of(site.project(), site.spot(), path);
        if (seat.isEmpty()) {
            return Optional.of(added(site, path, value, tempting));
        }
        return seat.filter(one -> !one.value().equals(value))
                .map(one -> site.wrong(site.fault(path), one, value, tempting));
    }

    /** Says what was left to the provider, anywhere in the block. */
    private static Injected added(Site site, List<String> path, String value, String tempting) {
        var seat = new Seat(site.spot(), path, "");
        int attributes = site.block().entries().size();
        int index = path.size() == 1 ? 1 + site.random().below(attributes) : 0;
        Edit put =
                path.size() == 1
                        ? site.spot()
                                .change(block ->
                                        block.with(index, new Attribute(path.getFirst(), value)))
                        : seat.put(value);
        return new Injected(
                site.fault(path),
                site.spot(),
                path,
                put,
                Temptations.draw(site.spot(), seat, tempting, site.random()));
    }

    /** Leaves it out where the block itself holds it. */
    static Optional<Injected> missing(Site site, List<String> path, String tempting) {
        return Seat.of(site.project(), site.spot(), path)
                .filter(seat -> seat.isIn(site.spot()))
                .map(_ -> site.missing(path, tempting));
    }
}
