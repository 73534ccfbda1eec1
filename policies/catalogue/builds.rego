# What a build must not be, whatever the rules say.
package catalogue

# Builtins that OPA 1.22.2 compiles into WebAssembly itself and rules may use. Any other one would be looked for in the
# host at evaluation, not at load, where a Java host knows next to none.
native := {
	"all",
	"and",
	"any",
	"array.concat",
	"array.flatten",
	"array.reverse",
	"array.slice",
	"concat",
	"contains",
	"count",
	"endswith",
	"format_int",
	"gt",
	"gte",
	"indexof",
	"internal.member_2",
	"internal.member_3",
	"internal.template_string",
	"intersection",
	"is_array",
	"is_boolean",
	"is_null",
	"is_number",
	"is_object",
	"is_set",
	"is_string",
	"json.filter",
	"json.remove",
	"lower",
	"lt",
	"lte",
	"max",
	"min",
	"minus",
	"mul",
	"neq",
	"net.cidr_contains",
	"net.cidr_intersects",
	"numbers.range",
	"object.filter",
	"object.get",
	"object.keys",
	"object.remove",
	"object.union",
	"object.union_n",
	"or",
	"plus",
	"product",
	"regex.match",
	"replace",
	"sort",
	"split",
	"startswith",
	"substring",
	"sum",
	"to_number",
	"trim",
	"trim_left",
	"trim_prefix",
	"trim_right",
	"trim_space",
	"trim_suffix",
	"type_name",
	"union",
	"upper",
	"walk",
}

# Builtins of a plan (`opa build --target plan`) that would be missing.
foreign := {builtin.name |
	some builtin in input.static.builtin_funcs
	not builtin.name in native
}

# Files of a coverage report (`opa test --coverage`) whose rules the tests do not reach.
least_coverage := 95

uncovered contains $"{file} is covered to {report.coverage} %" if {
	some file, report in input.files
	not endswith(file, "_test.rego")
	report.coverage < least_coverage
}
