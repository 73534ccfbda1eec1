# METADATA
# title: Secret is passed in the environment
# description: >-
#   Whether the program can read a file instead, only its author knows.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/secret/
# custom:
#   id: K8S-SECRET-IN-ENVIRONMENT
#   severity: low
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/read-secret-from-env-var, checkov/CKV_K8S_35]
package kubernetes.reports.secret_in_environment

import data.kubernetes.lib

violation contains lib.violation("K8S-SECRET-IN-ENVIRONMENT", container, ["env", lib.text(key)], ["valueFrom", "secretKeyRef"], message) if {
	some container in lib.containers
	some key, variable in container.spec.env
	variable.valueFrom.secretKeyRef != null
	message := $"{container.label} has the secret {variable.name} in its environment; a mounted file shows it to fewer"
}
