package dev.svgym.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@ServerTest
class BindingTest {

    @Autowired Client client;
    @Autowired Environment settings;

    @Test
    void listens_on_loopback_alone_unless_it_is_told_otherwise() throws Exception {
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
        for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : card.inetAddresses().toList()) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private void connect(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, client.port()), 1000);
        }
    }
}
