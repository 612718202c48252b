// The expressions of ARM templates: what stands between `[` and `]` of a string. A call is the only thing that begins
// with a name.

module.exports = grammar({
  name: 'arm_expression',

  extras: $ => [/\s/],

  rules: {
    expression: $ => $._value,

    _value: $ => choice($.string, $.number, $.call, $.member, $.index),

    // `contoso.name(...)` calls a function of the template.
    call: $ => seq($.name, optional(seq('.', $.name)), '(', optional($._arguments), ')'),

    _arguments: $ => seq($._value, repeat(seq(',', $._value))),

    member: $ => seq($._value, '.', $.name),

    index: $ => seq($._value, '[', $._value, ']'),

    name: _ => /[A-Za-z_][A-Za-z0-9_$]*/,

    // A quote is written twice.
    string: _ => /'([^']|'')*'/,

    number: _ => /[+-]?[0-9]+(\.[0-9]+)?/,
  },
});
