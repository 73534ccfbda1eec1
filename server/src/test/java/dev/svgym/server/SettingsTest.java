package dev.svgym.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

class SettingsTest {

    @Test
    void have_a_row_each_in_the_readme_with_their_default() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> rows = rows();

        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(rows).allSatisfy(row -> assertThat(readme).contains(row));
        assertThat(readme.lines().filter(line -> line.startsWith("| `svgym.")))
                .hasSize(rows.size());
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.svgym.server")) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix = type.getAnnotationOfType(ConfigurationProperties.class).value();
                for (RecordComponent setting : type.reflect().getRecordComponents()) {
                    rows.add(
                            "| `%s.%s` | %s |"
                                    .formatted(
                                            prefix, kebab(setting.getName()), standard(setting)));
                }
            }
        }
        return rows;
    }

    /** The annotation is on the parameter of the constructor, not on the component. */
    private static String standard(RecordComponent setting) {
        for (var parameter :
                setting.getDeclaringRecord().getDeclaredConstructors()[0].getParameters()) {
            if (parameter.getName().equals(setting.getName())) {
                return String.join("", parameter.getAnnotation(DefaultValue.class).value());
            }
        }
        throw new IllegalStateException("no parameter " + setting.getName());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
