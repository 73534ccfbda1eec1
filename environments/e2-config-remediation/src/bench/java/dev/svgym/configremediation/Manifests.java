package dev.svgym.configremediation;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Manifests of the size of a small service: a deployment, its service and its settings. */
final class Manifests {

    private static final String TEXT =
            """
            # revision %1$d
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels:
                app: web
              annotations:
                team: shop
            spec:
              replicas: 3
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  securityContext:
                    runAsNonRoot: true
                    seccompProfile:
                      type: RuntimeDefault
                  containers:
                    - name: web
                      image: registry.example.org/shop/web:1.4.2
                      ports:
                        - containerPort: 8080
                      env:
                        - name: MODE
                          value: fast
                        - name: DB_PASSWORD
            %2$s
                      resources:
                        requests:
                          cpu: 100m
                          memory: 128Mi
                      securityContext:
                        privileged: %3$s
                        allowPrivilegeEscalation: false
                        capabilities:
                          drop: [ALL]
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector:
                app: web
              ports:
                - port: 80
                  targetPort: 8080
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
            data:
              level: info
              greeting: hello
            """;

    private static final String PLAIN = "              value: hunter2";
    private static final String SAFE =
            """
                          valueFrom:
                            secretKeyRef:
                              name: web
                              key: db-password\
            """;

    private Manifests() {}

    /** With a violation for each engine. */
    static String text(int number) {
        return TEXT.formatted(number, PLAIN, "true");
    }

    static String faulty() {
        return text(0);
    }

    /** A repair of {@link #faulty}; all are different and all succeed. */
    static String answer(int number) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "violations",
                                List.of(Map.of("id", "K8S-PRIVILEGED", "severity", "high")),
                                "files",
                                Map.of("web.yaml", TEXT.formatted(number, SAFE, "false")),
                                "confidence",
                                0.9));
    }
}
