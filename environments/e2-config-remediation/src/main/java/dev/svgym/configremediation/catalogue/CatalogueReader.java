package dev.svgym.configremediation.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the catalogue that the policies were compiled with. What it does not know stops the start: a constraint that is
 * silently left out would let a change pass that nobody allowed.
 */
public final class CatalogueReader {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CatalogueReader() {}

    /**
     * The rules of a compiled catalogue.
     *
     * @param catalogue {@code catalogue.json}
     * @param digest of the compiled rules
     */
    public static Catalogue read(InputStream catalogue, String digest) throws IOException {
        JsonNode root = MAPPER.readTree(catalogue.readAllBytes());
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : root.required("rules")) {
            try {
                rules.add(rule(rule));
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "rule %s of the catalogue cannot be used: %s"
                                .formatted(rule.path("id").asString("without id"), e.getMessage()),
                        e);
            }
        }
        return new Catalogue(rules, digest);
    }

    private static Rule rule(JsonNode rule) {
        List<Companion> companions = new ArrayList<>();
        for (JsonNode companion : rule.path("companions")) {
            companions.add(
                    new Companion(
                            text(companion, "type"),
                            text(companion, "bind"),
                            fixes(companion.required("fields"))));
        }
        return new Rule(
                text(rule, "id"),
                text(rule, "title"),
                text(rule, "rationale"),
                Severity.valueOf(upper(rule.required("severity"))),
                text(rule, "kind"),
                text(rule, "engine"),
                texts(rule.required("sets")),
                texts(rule.required("aliases")),
                texts(rule.required("sources")),
                fixes(rule.required("fixes")),
                companions,
                rule.path("confidential").asBoolean(false));
    }

    private static List<FixPath> fixes(JsonNode list) {
        List<FixPath> fixes = new ArrayList<>();
        for (JsonNode fix : list) {
            List<Constraint> allow = new ArrayList<>();
            for (JsonNode constraint : fix.required("allow")) {
                allow.add(constraint(constraint));
            }
            fixes.add(
                    new FixPath(
                            FixPath.Anchor.valueOf(upper(fix.required("at"))),
                            texts(fix.required("path")),
                            allow));
        }
        return fixes;
    }

    private static Constraint constraint(JsonNode constraint) {
        if (constraint.size() != 1) {
            throw new IllegalArgumentException(
                    "expected a constraint with one name, got " + constraint);
        }
        Map.Entry<String, JsonNode> entry = constraint.properties().iterator().next();
        JsonNode value = entry.getValue();
        return switch (entry.getKey()) {
            case "remove" -> new Constraint.Remove();
            case "exact" -> new Constraint.Exact(value);
            case "one_of" -> new Constraint.OneOf(List.copyOf(value.values()));
            case "added" -> new Constraint.Added(value);
            case "subset" -> new Constraint.Subset(List.copyOf(value.values()));
            case "without" -> new Constraint.Without(List.copyOf(value.values()));
            case "without_all_but" -> new Constraint.WithoutAllBut(List.copyOf(value.values()));
            case "gaining" -> new Constraint.Gaining(List.copyOf(value.values()));
            case "same_as" -> new Constraint.SameAs(value.stringValue());
            case "moved_to" -> new Constraint.MovedTo(value.stringValue());
            case "replaced_by" -> new Constraint.ReplacedBy(value.stringValue());
            case "grants_without" ->
                    new Constraint.GrantsWithout(
                            texts(value.path("groups")),
                            texts(value.path("resources")),
                            texts(value.path("verbs")));
            case "grants_named" ->
                    new Constraint.GrantsNamed(
                            texts(value.path("verbs")), textsByKey(value.path("resources")));
            case "same_repository" -> new Constraint.SameRepository();
            case "quantity_between" ->
                    new Constraint.QuantityBetween(
                            value.required(0).stringValue(), value.required(1).stringValue());
            case "narrower_cidr" -> new Constraint.NarrowerCidr();
            case "narrower_pattern" -> new Constraint.NarrowerPattern();
            case "narrower_mode" -> new Constraint.NarrowerMode();
            case "secret_mounts" -> new Constraint.SecretMounts();
            case "name" -> new Constraint.Name();
            case "reference" -> new Constraint.Reference(value.stringValue());
            case "remark" -> new Constraint.Remark();
            case "supplied" -> new Constraint.Supplied();
            case "supplied_within" -> new Constraint.SuppliedWithin();
            case "resource_name" -> new Constraint.ResourceName();
            case "words" ->
                    new Constraint.Words(
                            texts(value.path("without")),
                            textsByKey(value.path("replaced")),
                            value.path("modes").asBoolean(false));
            case "non_root_user" -> new Constraint.NonRootUser();
            case "non_root_uid" -> new Constraint.NonRootUid();
            default -> throw new IllegalArgumentException("unknown constraint " + entry.getKey());
        };
    }

    private static String text(JsonNode rule, String field) {
        return rule.required(field).stringValue();
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::stringValue).toList();
    }

    private static SortedMap<String, List<String>> textsByKey(JsonNode lists) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        lists.properties().forEach(entry -> texts.put(entry.getKey(), texts(entry.getValue())));
        return texts;
    }

    private static String upper(JsonNode name) {
        return name.stringValue().toUpperCase(Locale.ROOT);
    }
}
