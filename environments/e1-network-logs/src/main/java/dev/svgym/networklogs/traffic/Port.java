package dev.svgym.networklogs.traffic;

/** Ports that responders listen on. */
enum Port {
    SSH(22, 2222, "tcp", "ssh"),
    TELNET(23, 2323, "tcp", "-"),
    DNS(53, 5353, "udp", "dns"),
    HTTP(80, 8000, "tcp", "http"),
    HTTPS(443, 4443, "tcp", "ssl"),
    SMB(445, 1445, "tcp", "smb"),
    RDP(3389, 13389, "tcp", "rdp"),
    STRATUM(3333, 14444, "tcp", "-"),
    ADB(5555, 15555, "tcp", "-"),
    ALT_HTTP(8080, 18080, "tcp", "http"),
    ALT_HTTPS(8443, 18443, "tcp", "ssl"),
    GAME(27015, 27960, "udp", "-");

    private final int number;
    private final int shifted;
    private final String protocol;
    private final String service;

    Port(int number, int shifted, String protocol, String service) {
        this.number = number;
        this.shifted = shifted;
        this.protocol = protocol;
        this.service = service;
    }

    /** The number at usual sites, or at those that moved their services. */
    int number(boolean moved) {
        return moved ? shifted : number;
    }

    String protocol() {
        return protocol;
    }

    /** As Zeek names it; a dash where it names none. */
    String service() {
        return service;
    }
}
