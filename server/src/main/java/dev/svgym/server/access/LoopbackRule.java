package dev.svgym.server.access;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Stops the start of a server that strangers could reach and that asks nobody for a key. */
@Component
@ConditionalOnWebApplication
class LoopbackRule {

    LoopbackRule(ServerProperties server, AccessSettings access, ApiKeys keys) {
        InetAddress address = server.getAddress();
        boolean reachable = address == null || !address.isLoopbackAddress();
        if (reachable && !access.open() && !keys.areConfigured()) {
            throw new OpenToStrangersException(
                    address == null ? "every address" : address.getHostAddress());
        }
    }
}
