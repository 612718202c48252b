// JSON as people write it: comments, trailing commas, raw newlines in strings. And whatever else is written: the
// grammar takes every row of tokens, so that a fault costs no recovery and nothing but itself. What is no JSON is
// refused by the typed tree. Brackets pair by count alone; those left open are closed ahead of the parse.

module.exports = grammar({
  name: 'json',

  extras: $ => [/[ \t\r\n]/, $.comment],

  externals: $ => [$.string],

  rules: {
    document: $ => repeat(choice($._value, $.member, ',', ':', '}', ']')),

    _value: $ => choice(
      $.object,
      $.array,
      $.string,
      $.open_string,
      $.number,
      'true',
      'false',
      'null',
      $.word,
    ),

    object: $ => seq('{', repeat($._element), choice('}', ']')),

    array: $ => seq('[', repeat($._element), choice(']', '}')),

    _element: $ => choice($._value, $.member, ',', ':'),

    member: $ => prec.right(1, seq(choice($.string, $.open_string, $.word), ':', optional($._value))),

    // Not closed: see the scanner.
    open_string: _ => /"([^"\\\r\n]|\\[^\r\n])*/,

    number: _ => token(prec(1, /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/)),

    word: _ => /(\$\{[^}\r\n]*\}|[^ \t\r\n"{}\[\],:\/]|\/[^ \t\r\n"{}\[\],:\/*])+|\//,

    // A block comment that is not closed takes the rest of the file.
    comment: _ => token(choice(
      /\/\/[^\n]*/,
      /\/\*([^*]|\*+[^*\/])*\**\/?/,
    )),
  },
});
