package dev.svgym.server;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.svgym.server.problems.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says, made true to the wire: its names, what may be null, and the problems. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Contract {

    /** A copy of the mapper, because the document itself is written with the original. */
    @Bean
    ModelResolver wireNames(ObjectMapperProvider provider) {
        var json =
                provider.jsonMapper()
                        .copy()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new WireModels(json);
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("SV-Gym")
                                .version("1")
                                .description(
                                        "Rollouts of security tasks, their verdicts, success counts and advantages. Every error is a problem document (RFC 9457).")
                                .license(new License().name("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer problems() {
        return document -> {
            ModelConverters.getInstance(true)
                    .readAll(Problem.class)
                    .forEach(document.getComponents()::addSchemas);
            document.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(Contract::addProblem));
        };
    }

    private static void addProblem(Operation operation) {
        var reference = new Schema<>().$ref("#/components/schemas/Problem");
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Any error")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType().schema(reference))));
    }
}
