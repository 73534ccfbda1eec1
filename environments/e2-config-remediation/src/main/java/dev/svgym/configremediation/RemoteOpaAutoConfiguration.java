package dev.svgym.configremediation;

import dev.svgym.configremediation.scanner.OpaServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Publishes the OPA server that E2 asks where it is told to; a bean of one's own takes its place. */
@AutoConfiguration(before = ConfigRemediationAutoConfiguration.class)
@ConditionalOnProperty(name = "svgym.config-remediation.opa-mode", havingValue = "remote")
public class RemoteOpaAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    OpaServer opaServer(ConfigRemediationAutoConfiguration.Settings settings) {
        return connect(settings.opaUrl(), settings.opaDeadline());
    }

    /** A client of the OPA server at a URL; connects when first asked. */
    public static OpaServer connect(URI url, Duration deadline) {
        HttpClient connections =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(deadline)
                        .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(deadline);
        RestClient client =
                RestClient.builder()
                        .baseUrl(url)
                        .requestFactory(requests)
                        // An error's body says what is wrong, and is read like any other.
                        .defaultStatusHandler(_ -> true, (_, _) -> {})
                        .build();
        return new Remote(
                connections,
                HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                        .build()
                        .createClient(RestApi.class));
    }

    /** OPA's documented REST API. */
    interface RestApi {

        @PostExchange(
                url = "/v1/data/{kind}/violations?provenance=true",
                contentType = MediaType.APPLICATION_JSON_VALUE)
        ResponseEntity<String> violations(@PathVariable String kind, @RequestBody String question);
    }

    /** Pooled connections that are kept alive. */
    private record Remote(HttpClient connections, RestApi api) implements OpaServer {

        @Override
        public Reply violations(String kind, String question) throws IOException {
            try {
                ResponseEntity<String> reply = api.violations(kind, question);
                @Nullable String body = reply.getBody();
                return new Reply(reply.getStatusCode().value(), body == null ? "" : body);
            } catch (ResourceAccessException e) {
                throw e.getCause() instanceof IOException fault ? fault : new IOException(e);
            }
        }

        @Override
        public void close() {
            connections.shutdownNow();
        }
    }
}
