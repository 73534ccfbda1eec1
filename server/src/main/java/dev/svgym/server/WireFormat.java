package dev.svgym.server;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as this server reads and writes it: snake_case, unknown fields, duplicate keys and trailing text refused, no type
 * taken for another, decimals kept exactly. Names and the depth limit are in {@code application.yaml}.
 */
@Configuration(proxyBeanMethods = false)
class WireFormat {

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json ->
                json.enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text -> {
                                    for (CoercionInputShape shape :
                                            new CoercionInputShape[] {
                                                CoercionInputShape.Boolean,
                                                CoercionInputShape.Integer,
                                                CoercionInputShape.Float
                                            }) {
                                        text.setCoercion(shape, CoercionAction.Fail);
                                    }
                                });
    }
}
