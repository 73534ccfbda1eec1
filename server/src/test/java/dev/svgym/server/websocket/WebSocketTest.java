package dev.svgym.server.websocket;

import dev.svgym.server.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against the whole server, with short messages and pings only when the test wants them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
        properties = {"svgym.adapters.max-message=64KB", "svgym.adapters.ping-interval=1h"})
@interface WebSocketTest {}
