package dev.svgym.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Schemas of records: a component may be null on the wire where its type may, else it is required. A tree of JSON is any
 * JSON.
 */
final class WireModels extends ModelResolver {

    WireModels(ObjectMapper json) {
        super(json);
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new Schema<>();
        }
        Schema<?> resolved = super.resolve(type, context, chain);
        if (raw.isRecord()) {
            Schema<?> model = context.getDefinedModels().get(raw.getSimpleName());
            if (model != null && model.getProperties() != null) {
                describe(raw, model);
            }
        }
        return resolved;
    }

    @SuppressWarnings("rawtypes") // the model's own type
    private static void describe(Class<?> type, Schema<?> model) {
        Map<String, Schema> properties = model.getProperties();
        for (RecordComponent component : type.getRecordComponents()) {
            String name =
                    PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(
                            component.getName());
            Schema<?> property = properties.get(name);
            if (property == null || component.isAnnotationPresent(JsonUnwrapped.class)) {
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean required = model.getRequired() != null && model.getRequired().contains(name);
            if (!nullable && !required) {
                model.addRequiredItem(name);
            } else if (nullable && !required) {
                properties.put(name, orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>()
                    .addOneOfItem(new Schema<>().$ref(property.get$ref()))
                    .addOneOfItem(new Schema<>().types(Set.of("null")))
                    .description(property.getDescription());
        }
        if (property.getTypes() != null && property.getEnum() == null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        return property;
    }
}
