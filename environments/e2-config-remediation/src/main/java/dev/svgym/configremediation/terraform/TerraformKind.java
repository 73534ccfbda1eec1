package dev.svgym.configremediation.terraform;

import dev.svgym.configremediation.model.Config;
import dev.svgym.configremediation.model.ConfigKind;
import dev.svgym.configremediation.model.Parsed;
import dev.svgym.configremediation.model.Places;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Terraform in HCL's native syntax. Making one reads the table of attributes; keep it. */
public final class TerraformKind implements ConfigKind {

    private static final String OVERRIDE = "override.tf";

    private final Schema schema = Schema.load();

    @Override
    public String label() {
        return "terraform";
    }

    /** Neither variables nor overrides, which would change what other files say, nor JSON. */
    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".tf")
                && !name.equals(OVERRIDE)
                && !name.endsWith("_" + OVERRIDE)
                && !name.startsWith(".");
    }

    @Override
    public List<String> defaultRules() {
        return List.of("tf-all", "tf-text");
    }

    @Override
    public String objectForm() {
        return "type.name, with module.<call>. before it in a called module";
    }

    @Override
    public Parsed parse(SortedMap<String, String> files) {
        return new TerraformReading(schema).of(files);
    }

    @Override
    public Optional<String> language() {
        return Optional.of("regex");
    }

    @Override
    public SortedMap<String, String> texts(SortedMap<String, String> files, Config config) {
        return Rendering.of(config).texts();
    }

    @Override
    public Places places(SortedMap<String, String> files, Config config) {
        return Rendering.of(config);
    }
}
