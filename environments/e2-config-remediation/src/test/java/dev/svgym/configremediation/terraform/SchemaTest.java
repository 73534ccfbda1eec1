package dev.svgym.configremediation.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svgym.configremediation.catalogue.Catalogue;
import dev.svgym.configremediation.catalogue.CatalogueReader;
import dev.svgym.configremediation.catalogue.Companion;
import dev.svgym.configremediation.catalogue.FixPath;
import dev.svgym.configremediation.catalogue.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A repair can change only what the table knows, so that what has no type is never changed. */
class SchemaTest {

    private static final Schema SCHEMA = Schema.load();

    private static List<Rule> rules() throws IOException {
        try (InputStream stream =
                SchemaTest.class.getResourceAsStream("/dev/svgym/policies/catalogue.json")) {
            Catalogue catalogue = CatalogueReader.read(stream, "");
            return catalogue.rules().stream()
                    .filter(rule -> rule.kind().equals("terraform"))
                    .toList();
        }
    }

    private static Optional<Schema.Field> field(Schema.Block block, List<String> path) {
        Schema.Field field = block;
        for (String key : path) {
            if (key.equals("*") && field instanceof Schema.Block) {
                continue;
            }
            if (field instanceof Schema.Block inner && inner.fields().containsKey(key)) {
                field = inner.fields().get(key);
            } else if (field instanceof Schema.Attribute(var type, _)
                    && Set.of(Schema.Type.ANY, Schema.Type.JSON).contains(type)) {
                return Optional.of(field);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(field);
    }

    /** Of some type, also below blocks and statements where a violated element may be. */
    private static boolean isKnown(FixPath fix) {
        Stream<Schema.Block> blocks = SCHEMA.types().values().stream();
        if (fix.at() == FixPath.Anchor.OBJECT) {
            return blocks.anyMatch(block -> field(block, fix.path()).isPresent());
        }
        return SCHEMA.types().values().stream()
                .flatMap(block ->
                        Stream.concat(
                                Stream.of(block),
                                block.fields().values().stream()
                                        .filter(Schema.Block.class::isInstance)
                                        .map(Schema.Block.class::cast)))
                .anyMatch(block ->
                        field(block, fix.path()).isPresent()
                                || block.fields()
                                        .containsValue(
                                                new Schema.Attribute(Schema.Type.JSON, List.of())));
    }

    @Test
    void every_fix_path_leads_to_something_the_table_knows() throws IOException {
        for (Rule rule : rules()) {
            assertThat(rule.fixes()).as(rule.id()).allMatch(SchemaTest::isKnown);
        }
    }

    @Test
    void every_companion_is_in_the_table_with_its_fields() throws IOException {
        for (Rule rule : rules()) {
            for (Companion companion : rule.companions()) {
                Schema.Block block = SCHEMA.of(companion.type());
                assertThat(block.attribute(companion.bind())).as(rule.id()).isPresent();
                assertThat(companion.fields())
                        .as(rule.id())
                        .allMatch(fix -> field(block, fix.path()).isPresent());
            }
        }
    }

    @Test
    void an_attribute_has_its_type_and_values() {
        assertThat(SCHEMA.of("aws_kms_key").attribute("enable_key_rotation"))
                .contains(new Schema.Attribute(Schema.Type.BOOL, List.of()));
        assertThat(SCHEMA.of("aws_lambda_function_url").attribute("authorization_type"))
                .contains(new Schema.Attribute(Schema.Type.STRING, List.of("AWS_IAM", "NONE")));
        assertThat(SCHEMA.of("aws_security_group").block("ingress").orElseThrow().keys())
                .containsExactly("from_port", "to_port", "protocol");
        assertThat(SCHEMA.of("no_such_type").fields()).isEqualTo(Map.of());
    }
}
