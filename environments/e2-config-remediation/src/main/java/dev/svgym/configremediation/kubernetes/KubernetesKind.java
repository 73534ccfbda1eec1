package dev.svgym.configremediation.kubernetes;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Need;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Places;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kubernetes manifests in YAML. Making one reads the API's schema, which takes a moment; keep it. */
public final class KubernetesKind implements ConfigKind {

    private final ApiSchema schema = ApiSchema.load();
    private final ManifestReader manifests = new ManifestReader(schema);

    @Override
    public String label() {
        return "kubernetes";
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    @Override
    public List<String> defaultRules() {
        return List.of("pss-restricted");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.IMAGES, Need.RESOURCES, Need.SOURCES);
    }

    @Override
    public String objectForm() {
        return "Kind/namespace/name, with /container where it is about one";
    }

    @Override
    public Parsed parse(SortedMap<String, String> files) {
        return new ConfigReading(schema, manifests).of(files);
    }

    @Override
    public Optional<String> language() {
        return Optional.of("yaml");
    }

    @Override
    public SortedMap<String, String> texts(SortedMap<String, String> files, Config config) {
        SortedMap<String, String> texts = new TreeMap<>();
        var budget = new NodeBudget();
        files.forEach((file, text) -> {
            try {
                texts.put(file, PlainYaml.of(YamlReader.read(text, budget)));
            } catch (UnreadableYamlException e) {
                throw new IllegalArgumentException(
                        "expected files that were read, %s was not: %s".formatted(file, e.why()),
                        e);
            }
        });
        return texts;
    }

    @Override
    public Places places(SortedMap<String, String> files, Config config) {
        return new YamlPlaces(files, config);
    }
}
