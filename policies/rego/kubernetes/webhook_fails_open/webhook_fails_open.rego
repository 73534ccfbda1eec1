# METADATA
# title: Validating webhook lets pass what it cannot check
# description: >-
#   With failurePolicy Ignore it is enough to slow a validating webhook down to get past it. Set Fail, or remove the
#   field, which means the same.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/
# custom:
#   id: K8S-WEBHOOK-FAILS-OPEN
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: []
#   fixes:
#     - {at: element, path: [failurePolicy], allow: [{remove: true}, {exact: Fail}]}
package kubernetes.rules.webhook_fails_open

import data.kubernetes.lib

violation contains lib.violation("K8S-WEBHOOK-FAILS-OPEN", place, ["webhooks", lib.text(key)], ["failurePolicy"], message) if {
	some configuration in input.objects
	configuration.kind == "ValidatingWebhookConfiguration"
	some key, webhook in configuration.body.webhooks
	webhook.failurePolicy == "Ignore"
	place := lib.whole(configuration)
	message := $"The webhook {key} lets pass what it cannot check; set failurePolicy to Fail"
}
