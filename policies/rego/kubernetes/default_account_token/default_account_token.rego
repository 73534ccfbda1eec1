# METADATA
# title: Default service account hands its token to every pod
# description: >-
#   Every pod that names no service account gets the token of the default one. Set automountServiceAccountToken to false
#   in the account; a pod that needs a token has an account of its own.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   id: K8S-DEFAULT-ACCOUNT-TOKEN
#   severity: medium
#   kind: kubernetes
#   sets: [k8s-workload]
#   aliases: [checkov/CKV_K8S_41]
#   fixes:
#     - {at: object, path: [automountServiceAccountToken], allow: [{exact: false}]}
package kubernetes.rules.default_account_token

import data.kubernetes.lib

violation contains lib.violation("K8S-DEFAULT-ACCOUNT-TOKEN", place, [], ["automountServiceAccountToken"], message) if {
	some account in input.objects
	account.kind == "ServiceAccount"
	account.name == "default"
	not account.body.automountServiceAccountToken == false
	place := lib.whole(account)
	message := "The default service account hands its token to every pod; set automountServiceAccountToken to false"
}
