// Bicep: templates (`.bicep`) and parameter files (`.bicepparam`), which share all but a few statements.
// What is wider here than in Bicep is refused after the parse, where a better message can be given: parameters of
// lambdas and loops that are no names, statements in the wrong kind of file, loops and conditions outside of their
// places, unterminated strings and comments.
//
// A newline ends a statement and separates elements, so that it is written wherever it is allowed. Types and
// expressions are separate, since `?`, `!`, `|` and `[` mean other things in each.

const precedence = { coalesce: 1, or: 2, and: 3, equality: 4, comparison: 5, sum: 6, product: 7 };

// Elements between brackets: separated by newlines, or by commas with or without newlines behind them.
const elements = ($, element) => seq(
  repeat($._newline),
  optional(seq(
    element,
    repeat(seq(choice(repeat1($._newline), seq(',', repeat($._newline))), element)),
    choice(repeat($._newline), seq(',', repeat($._newline))),
  )),
);

// Elements between parentheses: separated by commas, with newlines anywhere between them.
const listed = ($, element) => seq(
  repeat($._newline),
  optional(seq(
    element,
    repeat(seq(repeat($._newline), ',', repeat($._newline), element)),
    repeat($._newline),
    optional(seq(',', repeat($._newline))),
  )),
);

module.exports = grammar({
  name: 'bicep',

  extras: $ => [/[ \t\v\f\u00a0\ufeff]/, $.comment, $.directive],

  word: $ => $.identifier,

  externals: $ => [
    $._newline,
    $._newline_before_question,
    $._newline_before_colon,
    $._newline_before_pipe,
    $.string,
    $.string_start,
    $.string_middle,
    $.string_end,
    $.unterminated_string,
    $._recovery,
  ],

  inline: $ => [$._statement, $._expression_body],

  rules: {
    source: $ => seq(
      repeat($._newline),
      optional(seq(
        $._statement,
        repeat(seq(repeat1($._newline), $._statement)),
        repeat($._newline),
      )),
    ),

    _statement: $ => choice(
      $.target_scope,
      $.using,
      $.extends,
      $.extension,
      $.import,
      $.metadata,
      $.parameter,
      $.type,
      $.variable,
      $.resource,
      $.module,
      $.test,
      $.assert,
      $.output,
      $.function,
      $.extension_config,
    ),

    _decorators: $ => repeat1(seq($.decorator, repeat1($._newline))),

    decorator: $ => seq('@', $._operand),

    target_scope: $ => seq(optional($._decorators), 'targetScope', '=', $._expression),

    using: $ => seq(
      optional($._decorators), 'using', $._expression, optional(seq('with', $._expression)),
    ),

    extends: $ => seq(optional($._decorators), 'extends', $._string),

    extension: $ => seq(
      optional($._decorators), choice('extension', 'provider'), choice($._string, $.identifier),
      optional(seq('with', $.object)), optional(seq('as', field('alias', $.identifier))),
    ),

    extension_config: $ => seq(
      optional($._decorators), 'extensionConfig', field('name', $.identifier), optional(seq('with', $._expression)),
    ),

    // Also the older spelling of `extension`: `import 'kubernetes@1.0.0' with {..} as k`.
    import: $ => seq(
      optional($._decorators), 'import',
      choice(
        seq(choice($.imported_symbols, $.imported_all), 'from', $._string),
        seq($._string, optional(seq('with', $.object)), optional(seq('as', field('alias', $.identifier)))),
      ),
    ),

    imported_symbols: $ => seq('{', elements($, $.imported_symbol), '}'),

    imported_symbol: $ => seq(
      field('name', choice($.identifier, $._string)), optional(seq('as', field('alias', $.identifier))),
    ),

    imported_all: $ => seq('*', 'as', field('alias', $.identifier)),

    metadata: $ => seq(optional($._decorators), 'metadata', field('name', $.identifier), '=', $._expression),

    // Without a type in a parameter file.
    parameter: $ => seq(
      optional($._decorators), 'param', field('name', $.identifier),
      optional(choice($._type, $.resource_type)), optional(seq('=', $._expression)),
    ),

    type: $ => seq(optional($._decorators), 'type', field('name', $.identifier), '=', $._type),

    variable: $ => seq(
      optional($._decorators), 'var', field('name', $.identifier), optional($._type), '=', $._expression,
    ),

    resource: $ => seq(
      optional($._decorators), 'resource', field('name', $.identifier), $._string, optional($.existing), '=',
      repeat($._newline), $._body,
    ),

    existing: _ => 'existing',

    module: $ => seq(
      optional($._decorators), 'module', field('name', $.identifier), $._string, '=', repeat($._newline), $._body,
    ),

    test: $ => seq(optional($._decorators), 'test', field('name', $.identifier), $._string, '=', $.object),

    assert: $ => seq(optional($._decorators), 'assert', field('name', $.identifier), '=', $._expression),

    output: $ => seq(
      optional($._decorators), 'output', field('name', $.identifier),
      optional(choice($._type, $.resource_type)), '=', $._expression,
    ),

    function: $ => seq(
      optional($._decorators), 'func', field('name', $.identifier), $.typed_parameters, $._type_item, '=>',
      repeat($._newline), $._expression,
    ),

    typed_parameters: $ => seq('(', listed($, $.typed_parameter), ')'),

    typed_parameter: $ => seq(field('name', $.identifier), $._type_item),

    // What a resource or module is made of.
    _body: $ => choice($.object, $.if, alias($.body_loop, $.for)),

    if: $ => seq('if', $.parentheses, $.object),

    body_loop: $ => seq(
      '[', repeat($._newline), 'for', $._loop_variables, 'in', $._expression, ':', choice($.object, $.if),
      repeat($._newline), ']',
    ),

    for: $ => seq(
      '[', repeat($._newline), 'for', $._loop_variables, 'in', $._expression, ':', $._expression_body,
      repeat($._newline), ']',
    ),

    _expression_body: $ => choice($._expression, $.if),

    _loop_variables: $ => choice(
      field('item', $.identifier),
      seq('(', field('item', $.identifier), ',', field('index', $.identifier), ')'),
    ),

    _expression: $ => choice($.conditional, $.lambda, $._operand),

    conditional: $ => prec.right(seq(
      $._operand, repeat($._newline_before_question), '?', $._expression,
      repeat($._newline_before_colon), ':', $._expression,
    )),

    lambda: $ => prec.right(-1, seq(
      choice(alias($.identifier, $.lambda_parameter), alias($.argument_list, $.lambda_parameters)),
      '=>', repeat($._newline), $._expression,
    )),

    _operand: $ => choice($.binary, $.unary, $._postfix),

    binary: $ => choice(
      ...[
        [precedence.coalesce, '??'],
        [precedence.or, '||'],
        [precedence.and, '&&'],
        [precedence.equality, choice('==', '!=', '=~', '!~')],
        [precedence.comparison, choice('<', '<=', '>', '>=')],
        [precedence.sum, choice('+', '-')],
        [precedence.product, choice('*', '/', '%')],
      ].map(([level, operator]) => prec.left(level, seq($._operand, operator, $._operand))),
    ),

    unary: $ => seq(choice('-', '+', '!'), choice($.unary, $._postfix)),

    _postfix: $ => choice($.access, $.index, $.nested, $.method, $.non_null, $._primary),

    access: $ => seq($._postfix, choice('.', '.?'), field('name', $.identifier)),

    nested: $ => seq($._postfix, '::', field('name', $.identifier)),

    method: $ => prec(1, seq($._postfix, choice('.', '.?'), field('name', $.identifier), $.arguments)),

    index: $ => seq($._postfix, choice('[', '[?', '[^', '[?^'), $._expression, ']'),

    non_null: $ => seq($._postfix, '!'),

    _primary: $ => choice(
      $.identifier,
      $.number,
      $._string,
      $.object,
      $.array,
      $.for,
      $.call,
      $.parentheses,
    ),

    call: $ => seq(field('name', $.identifier), $.arguments),

    arguments: $ => seq('(', listed($, $._expression), ')'),

    parentheses: $ => prec(1, seq('(', repeat($._newline), $._expression, repeat($._newline), ')')),

    // The parameters of a lambda look like expressions until the arrow is seen.
    argument_list: $ => choice(
      seq('(', repeat($._newline), ')'),
      $.parentheses,
      seq(
        '(', repeat($._newline), $._expression,
        repeat1(seq(repeat($._newline), ',', repeat($._newline), $._expression)), repeat($._newline), ')',
      ),
    ),

    array: $ => seq('[', elements($, choice($._expression, $.spread)), ']'),

    object: $ => seq('{', elements($, choice($.property, $.spread, $.resource)), '}'),

    spread: $ => seq('...', $._expression),

    property: $ => seq(
      field('key', choice($.identifier, alias('resource', $.identifier), $._string)), ':', $._expression_body,
    ),

    _string: $ => choice($.string, $.interpolated_string, $.unterminated_string),

    interpolated_string: $ => seq(
      $.string_start, $._expression, repeat(seq($.string_middle, $._expression)),
      choice($.string_end, $.unterminated_string),
    ),

    _type: $ => choice($.union_type, $._type_item),

    union_type: $ => choice(
      seq(repeat($._newline_before_pipe), '|', $._type_item, repeat($._further_member)),
      seq($._type_item, repeat1($._further_member)),
    ),

    _further_member: $ => seq(repeat($._newline_before_pipe), '|', $._type_item),

    _type_item: $ => choice($.negative_type, $._type_postfix),

    negative_type: $ => seq(choice('-', '+', '!'), $._type_item),

    _type_postfix: $ => choice(
      $.array_type,
      $.nullable_type,
      $.non_null_type,
      $.type_access,
      $.type_index,
      $.type_name,
      $.generic_type,
      $.number,
      $._string,
      $.object_type,
      $.tuple_type,
      $.parenthesized_type,
    ),

    array_type: $ => seq($._type_postfix, '[', ']'),

    nullable_type: $ => seq($._type_postfix, '?'),

    non_null_type: $ => seq($._type_postfix, '!'),

    type_access: $ => seq($._type_postfix, '.', choice($.identifier, '*')),

    type_index: $ => seq($._type_postfix, '[', choice($._type_item, '*'), ']'),

    type_name: $ => $.identifier,

    generic_type: $ => seq(choice($.identifier, $.type_access), '<', listed($, $._type), '>'),

    resource_type: $ => seq('resource', $._string, optional('?')),

    parenthesized_type: $ => seq('(', repeat($._newline), $._type, repeat($._newline), ')'),

    object_type: $ => seq('{', elements($, choice($.property_type, $.other_properties_type)), '}'),

    property_type: $ => seq(
      optional($._decorators), field('key', choice($.identifier, $._string)), ':', $._type,
    ),

    other_properties_type: $ => seq(optional($._decorators), '*', ':', $._type),

    tuple_type: $ => seq('[', elements($, $.tuple_item), ']'),

    tuple_item: $ => seq(optional($._decorators), $._type),

    number: _ => /[0-9]+/,

    identifier: _ => /[A-Za-z_][A-Za-z0-9_]*/,

    // `#disable-next-line`, `#disable-diagnostics`, `#restore-diagnostics`
    directive: _ => token(seq('#', /[^\r\n]*/)),

    // A block comment that is not closed takes the rest of the file.
    comment: _ => token(choice(
      seq('//', /[^\r\n]*/),
      /\/\*([^*]|\*+[^*\/])*\**\/?/,
    )),
  },
});
