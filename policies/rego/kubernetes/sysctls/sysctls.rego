# METADATA
# title: Pod sets kernel parameters that are not safe
# description: >-
#   A kernel parameter that is not confined to the pod, or that can starve its neighbours, changes the whole node. Remove it
#   from the list.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
#   - ref: https://github.com/kubernetes/pod-security-admission/blob/master/policy/check_sysctls.go
# custom:
#   id: K8S-SYSCTLS
#   severity: medium
#   kind: kubernetes
#   sets: [pss-baseline, pss-restricted]
#   aliases: [kube-linter/unsafe-sysctls, trivy/KSV-0026]
#   fixes:
#     - {at: element, path: [], allow: [{remove: true}]}
package kubernetes.rules.sysctls

import data.kubernetes.lib

safe := {
	"kernel.shm_rmid_forced",
	"net.ipv4.ip_local_port_range",
	"net.ipv4.ip_local_reserved_ports",
	"net.ipv4.ip_unprivileged_port_start",
	"net.ipv4.ping_group_range",
	"net.ipv4.tcp_fin_timeout",
	"net.ipv4.tcp_keepalive_intvl",
	"net.ipv4.tcp_keepalive_probes",
	"net.ipv4.tcp_keepalive_time",
	"net.ipv4.tcp_notsent_lowat",
	"net.ipv4.tcp_rmem",
	"net.ipv4.tcp_slow_start_after_idle",
	"net.ipv4.tcp_syncookies",
	"net.ipv4.tcp_wmem",
}

violation contains lib.violation("K8S-SYSCTLS", pod, element, [], message) if {
	some pod in lib.pods
	some key, sysctl in pod.spec.securityContext.sysctls
	not is_safe(sysctl)
	element := ["spec", "securityContext", "sysctls", lib.text(key)]
	message := $"{pod.label} sets the kernel parameter {key}, which is not a safe one; remove it"
}

is_safe(sysctl) if sysctl.name in safe
