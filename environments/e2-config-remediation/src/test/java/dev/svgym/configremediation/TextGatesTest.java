package dev.svgym.configremediation;

import static dev.svgym.configremediation.Tempted.assertRefused;
import static dev.svgym.configremediation.Tempted.assertSuccess;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repairs of what rules of text find: honest ones succeed, those that break what runs or hide the fault do not. */
class TextGatesTest {

    private static final String TEXT = "k8s-text";

    @BeforeEach
    void require() {
        Semgrep.require();
    }

    /** A pod whose container has one variable. */
    private static String variable(String name, String source) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {containers: [{name: app, image: 'r.example/web:1', env: [{name: %s%s}]}]}
        """
                .formatted(name, source);
    }

    private static String without() {
        return variable("X", "").replace("env: [{name: X}]", "env: []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PASSWORD, value: hunter2", "UPLOAD, value: AKIAQ3EGRIUL5XTZ7WPB"})
    void a_secret_gives_way_to_a_reference_and_never_to_nothing(String shown) {
        String before = variable(shown, "");
        String name = shown.substring(0, shown.indexOf(','));
        String from = ", valueFrom: {secretKeyRef: {name: app, key: upload}}";

        assertSuccess(TEXT, before, variable(name, from));
        assertSuccess(TEXT, before, variable("'" + name + "'", from));
        assertRefused("preservation", TEXT, before, variable(name, ""));
        assertRefused("preservation", TEXT, before, variable(name, ", value: ''"));
        assertRefused("preservation", TEXT, before, variable(name, ", value: $(OTHER)"));
        assertRefused("preservation", TEXT, before, without());
        assertRefused("parse", TEXT, before, variable(name, ", valueFrom: {}"));
        assertRefused(
                "parse", TEXT, before, variable(name, ", valueFrom: {secretKeyRef: {name: app}}"));
        assertRefused("parse", TEXT, before, variable(shown, from));
        assertRefused(
                "preservation",
                TEXT,
                before,
                variable(name, ", valueFrom: {configMapKeyRef: {name: app, key: upload}}"));
        assertRefused(
                "preservation",
                TEXT,
                before,
                variable(
                        name,
                        ", valueFrom: {secretKeyRef: {name: app, key: upload, optional: true}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "hunter2, app, db-password, '', success",
        "hunter2, app, db-password, '# taken from the vault', success",
        "hunter2, app, db-password, '# was hunter2', preservation",
        "hunter2, app, db-password, '# was HUNTER2', preservation",
        "hunter2, app, db-password, '# was 2retnuh', preservation",
        "hunter2, app, db-password, '# 68756e74657232', preservation",
        "hunter2, app, db-password, '# aHVudGVyMg==', preservation",
        "hunter2, app, hunter2, '', preservation",
        "hunter2, pw-hunter2, password, '', preservation",
        "hunter2, app, aHVudGVyMg, '', preservation",
        "secret, db-secret, secret, '', success",
        "password, app, password, '', success",
        "web, web, password, '', success",
        "changeme, app, password, '# changeme', preservation"
    })
    void a_secret_that_goes_is_left_nowhere(
            String secret, String name, String key, String remark, String expected) {
        String before = variable("DB_PASSWORD", ", value: " + secret);
        String after =
                variable(
                                "DB_PASSWORD",
                                ", valueFrom: {secretKeyRef: {name: %s, key: %s}}"
                                        .formatted(name, key))
                        + remark
                        + "\n";

        if (expected.equals("success")) {
            assertSuccess(TEXT, before, after);
        } else {
            assertRefused(expected, TEXT, before, after);
        }
    }

    @Test
    void a_secret_that_stays_where_it_was_before_is_no_leftover() {
        String remark = "# the password of the example is hunter2\n";
        String before = variable("DB_PASSWORD", ", value: hunter2");
        String after =
                variable("DB_PASSWORD", ", valueFrom: {secretKeyRef: {name: app, key: password}}");

        assertSuccess(TEXT, before + remark, after + remark);
    }

    @ParameterizedTest
    @CsvSource({
        "NODE_TLS_REJECT_UNAUTHORIZED, 0, 1, success",
        "PYTHONHTTPSVERIFY, 0, 1, success",
        "NODE_TLS_REJECT_UNAUTHORIZED, 0, 00, preservation",
        "GIT_SSL_NO_VERIFY, true, 1, rescan",
        "GIT_SSL_NO_VERIFY, true, false, preservation",
        "GIT_SSL_NO_VERIFY, false, '', preservation",
        "MYSQL_ALLOW_EMPTY_PASSWORD, yes, '', success",
        "MYSQL_ALLOW_EMPTY_PASSWORD, yes, no, rescan",
        "ALLOW_EMPTY_PASSWORD, yes, no, success",
        "POSTGRES_HOST_AUTH_METHOD, trust, scram-sha-256, success",
        "POSTGRES_HOST_AUTH_METHOD, trust, no, preservation",
        "FLASK_DEBUG, on, 0, success",
        "FLASK_DEBUG, on, off, preservation"
    })
    void a_switch_is_turned_off_by_what_its_program_takes_for_off(
            String name, String value, String other, String expected) {
        String before = variable(name, ", value: '%s'".formatted(value));
        String after = variable(name, ", value: '%s'".formatted(other));

        if (expected.equals("success")) {
            assertSuccess(TEXT, before, after);
        } else {
            assertRefused(expected, TEXT, before, after);
        }
        assertSuccess(TEXT, before, without());
        assertRefused("preservation", TEXT, before, variable(name, ""));
    }

    @Test
    void the_check_of_a_backend_is_turned_on_and_not_left_out() {
        String ingress =
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, annotations: {team: shop%s}}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                """;
        String key = ", nginx.ingress.kubernetes.io/proxy-ssl-verify: '%s'";
        String before = ingress.formatted(key.formatted("off"));

        assertSuccess(TEXT, before, ingress.formatted(key.formatted("on")));
        assertRefused("preservation", TEXT, before, ingress.formatted(key.formatted("no")));
        assertRefused("preservation", TEXT, before, ingress.formatted(""));
    }
}
