# METADATA
# title: Variable looks like a secret in the clear
# description: >-
#   Where the secret is to come from, and under which key, only its owner knows.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/configuration/secret/
# custom:
#   id: K8S-ENV-SECRET
#   severity: high
#   kind: kubernetes
#   sets: []
#   aliases: [kube-linter/env-var-secret, trivy/KSV-0109]
package kubernetes.reports.env_secret

import data.kubernetes.lib

violation contains lib.violation("K8S-ENV-SECRET", container, ["env", lib.text(key)], ["value"], message) if {
	some container in lib.containers
	some key, variable in container.spec.env
	not object.get(variable, "value", null) in {null, ""}
	regex.match(`(^|_)(SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_?KEY)(_|$)`, upper(variable.name))
	message := $"{container.label} has {variable.name} in the clear; take it from a secret"
}
