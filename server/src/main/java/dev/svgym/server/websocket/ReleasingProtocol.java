package dev.svgym.server.websocket;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 by Tomcat, over an endpoint that can let go of a connection. Tomcat makes it by its name. */
public final class ReleasingProtocol extends Http11NioProtocol {

    private final ReleasingEndpoint endpoint;

    public ReleasingProtocol() {
        this(new ReleasingEndpoint());
    }

    private ReleasingProtocol(ReleasingEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    ReleasingEndpoint endpoint() {
        return endpoint;
    }
}
