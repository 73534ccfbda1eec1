package dev.svgym.configremediation.catalogue;

import java.util.List;

/**
 * One check of an engine, as data.
 *
 * @param id such as {@code K8S-PRIVILEGED}
 * @param title one line
 * @param rationale why it matters and what to do
 * @param kind of config that it reads, such as {@code kubernetes}
 * @param engine that runs it: {@code opa} or {@code semgrep}
 * @param sets the named sets that hold it, such as {@code pss-restricted}
 * @param aliases its names elsewhere, as {@code tool/name}
 * @param sources where it comes from
 * @param fixes every place that a repair may change; none where no repair can be told from a wrong one
 * @param companions objects that a repair may add
 * @param confidential whether what it finds is a secret, which a repair may not leave anywhere else
 */
public record Rule(
        String id,
        String title,
        String rationale,
        Severity severity,
        String kind,
        String engine,
        List<String> sets,
        List<String> aliases,
        List<String> sources,
        List<FixPath> fixes,
        List<Companion> companions,
        boolean confidential) {

    public Rule {
        sets = List.copyOf(sets);
        aliases = List.copyOf(aliases);
        sources = List.copyOf(sources);
        fixes = List.copyOf(fixes);
        companions = List.copyOf(companions);
    }

    /** Whether it is about who has access by address, so that no repair can be judged without knowing who needs it. */
    public boolean isAboutSources() {
        return fixes.stream()
                .flatMap(fix -> fix.allow().stream())
                .anyMatch(Constraint.NarrowerCidr.class::isInstance);
    }

    /** Whether a repair may take from elsewhere what it finds. */
    public boolean isSupplied() {
        return fixes.stream()
                .flatMap(fix -> fix.allow().stream())
                .anyMatch(allow ->
                        allow instanceof Constraint.Supplied
                                || allow instanceof Constraint.SuppliedWithin);
    }

    /** Whether it can be in force; a rule without fix paths reports and no more. */
    public boolean judges() {
        return !fixes.isEmpty();
    }
}
