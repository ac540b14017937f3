// What speaks for a language: words and runs of punctuation as they stand in
// code, each with a weight of 1 (many languages have it) to 6 (no other has).
#ifndef SLUICE_SCANNER_DETECTORS_LANGUAGE_MARKS_H_
#define SLUICE_SCANNER_DETECTORS_LANGUAGE_MARKS_H_

#include <string_view>

#include "scanner/language_ids.h"

namespace sluice {

struct LanguageMarks {
  LanguageId language;
  std::string_view marks;  // "mark:weight", one space between them
};

inline constexpr LanguageMarks kLanguageMarks[] = {
    {language::kAsm,
     "mov:2 eax:2 rax:2 ebx:2 push:1 jmp:2 xor:1 lea:2 call:1 cmp:1 jne:2 "
     "je:2 ret:1 globl:3 dword:2 qword:2 rsp:2 rbp:2 ldr:2 movl:3 movq:3 "
     "pushq:3 syscall:1 add:1 mul:1 db:1 equ:1"},
    {language::kC,
     "include:1 int:1 char:1 struct:1 void:1 printf:2 malloc:3 sizeof:2 "
     "typedef:2 NULL:2 uint8_t:2 uint32_t:2 size_t:1 stdio:3 stdlib:3 "
     "unsigned:2 static:1 const:1 ->:1 ifdef:1 endif:1 define:1 memcpy:2 "
     "strlen:1 free:2 extern:1 fprintf:3 goto:1"},
    {language::kCpp,
     "std:3 :::2 cout:3 namespace:1 template:3 typename:3 nullptr:3 "
     "constexpr:3 class:1 virtual:2 vector:1 unique_ptr:3 auto:1 include:1 "
     "const:1 override:1 string:1 &:1 iostream:3 endl:3 noexcept:3 void:1 "
     "int:1"},
    {language::kCsharp,
     "using:2 namespace:2 System:3 var:1 public:1 private:1 string:1 "
     "async:1 Task:3 Console:2 IEnumerable:4 List:1 get:1 set:1 override:1 "
     "readonly:2 foreach:2 internal:2 sealed:2 Linq:3 WriteLine:4 class:1 "
     "void:1 new:1 bool:1 partial:2 null:1"},
    {language::kObjectivec,
     "NSString:5 interface:1 implementation:2 nil:1 self:1 NSObject:4 "
     "property:1 nonatomic:5 strong:2 alloc:3 NSArray:4 import:1 UIView:3 "
     "CGRect:3 NSInteger:4 YES:2 NO:1 id:1 BOOL:2"},
    {language::kJavascript,
     "const:2 let:2 var:2 function:2 ===:4 require:2 module:1 exports:2 "
     "document:3 console:2 =>:2 async:1 await:1 undefined:2 !==:4 typeof:2 "
     "window:2 new:1 export:1 import:1 from:1 Promise:2 this:1 null:1 "
     "prototype:3 JSON:2"},
    {language::kTypescript,
     "interface:2 type:1 string:2 number:2 boolean:2 readonly:2 export:2 "
     "import:1 const:2 =>:2 from:1 private:1 any:1 Promise:2 implements:1 "
     "as:1 ===:2 async:1 await:1 void:1 enum:1 unknown:2 keyof:4 public:1 "
     "undefined:1 let:1 declare:2 this:1"},
    {language::kPython,
     "def:3 self:3 import:1 from:1 elif:4 None:3 True:2 False:2 __init__:5 "
     "print:1 lambda:2 except:2 raise:1 with:1 as:1 in:1 not:1 and:1 is:1 "
     "len:1 yield:1 pass:2 __name__:4 async:1 str:1 isinstance:3 \"\"\":3 "
     "kwargs:4 args:1 range:1 try:1 np:2"},
    {language::kJava,
     "public:2 private:2 class:1 static:2 void:2 String:2 import:1 "
     "package:1 final:2 new:1 throws:3 extends:2 implements:2 Override:3 "
     "System:1 out:1 println:1 java:3 List:1 ArrayList:3 int:1 boolean:2 "
     "this:1 protected:2 Integer:2 Exception:1 null:1 interface:1 catch:1"},
    {language::kKotlin,
     "fun:5 val:4 var:1 override:1 data:1 when:1 companion:4 object:2 "
     "String:1 Int:2 suspend:4 println:1 lateinit:4 ?::3 ?.:2 is:1 "
     "internal:1 listOf:4 ->:1 null:1 by:1 Boolean:1 import:1 package:1 "
     "it:1 Unit:2 class:1"},
    {language::kScala,
     "def:3 val:3 object:3 trait:3 case:2 extends:2 =>:2 import:1 "
     "implicit:3 override:1 Option:2 Some:2 Seq:3 match:2 Unit:2 String:1 "
     "Int:2 lazy:2 sealed:2 class:1 yield:1 with:1 scala:3 List:1 Future:2 "
     "_:1 package:1 new:1"},
    {language::kGo,
     "func:4 package:2 :=:5 err:3 nil:3 fmt:4 import:1 struct:2 interface:1 "
     "defer:3 chan:4 go:1 range:2 type:1 string:1 error:2 var:1 map:1 int:1 "
     "Errorf:3 make:1 context:1 byte:1 Println:2 len:1 append:2 ctx:2 "
     "Context:1"},
    {language::kRust,
     "fn:5 let:3 mut:5 pub:4 impl:4 use:2 struct:1 enum:1 match:2 :::1 "
     "Some:2 None:1 Ok:3 Err:3 unwrap:4 self:1 &:1 String:1 Vec:4 u32:4 "
     "usize:5 i32:4 u8:4 println:2 !(:3 crate:4 mod:2 where:1 trait:2 ->:1 "
     "=>:1 str:1 derive:4 dyn:3 move:1 clone:1 u64:4 f64:3"},
    {language::kSwift,
     "func:3 let:3 var:2 import:1 guard:5 nil:2 self:1 String:1 Int:2 ->:2 "
     "struct:1 class:1 override:2 init:3 UIKit:4 Foundation:4 extension:3 "
     "protocol:3 weak:3 private:1 enum:1 case:1 static:1 switch:1 Bool:2 "
     "in:1 public:1 throws:2 fileprivate:5 print:1"},
    {language::kPhp,
     "<?:5 php:3 $:2 ->:1 function:1 echo:3 this:1 array:1 public:1 =>:1 "
     "isset:4 foreach:2 use:1 namespace:1 null:1 _POST:4 _GET:4 "
     "require_once:4 class:1 new:1 ?>:5 implode:3 strlen:2 private:1 "
     "static:1 string:1 \\:1"},
    {language::kPerl,
     "my:4 $:2 sub:3 use:2 @:1 %:1 ->:1 strict:4 =~:4 qw:4 foreach:1 "
     "print:1 shift:3 elsif:3 die:3 unless:2 ($:1 push:1 keys:2 warnings:3 "
     "__END__:4 our:2 {$:1 ref:1 eq:2 bless:4 chomp:4 scalar:2 perl:2"},
    {language::kRuby,
     "def:3 end:3 do:1 |:1 require:2 class:1 module:2 attr_accessor:5 "
     "puts:4 nil:2 each:2 unless:2 self:1 @:2 elsif:2 =>:1 new:1 "
     "initialize:4 rescue:3 yield:1 gem:3 attr_reader:4 :::1 include:1 "
     "describe:2 it:1 expect:1 raise:1 when:1"},
    {language::kLua,
     "local:5 function:2 end:3 then:3 nil:3 ..:3 elseif:3 require:1 ~=:5 "
     "pairs:4 ipairs:5 --:2 self:1 do:1 table:2 string:1 repeat:1 until:1 "
     "and:1 not:1 --[[:4 setmetatable:5 print:1"},
    {language::kR,
     "<-:5 function:2 library:4 c:1 data:1 TRUE:2 FALSE:2 NULL:1 %>%:6 "
     "ggplot:5 frame:2 paste0:5 print:1 lapply:4 list:1 NA:3 stop:2 cat:2 "
     "vector:1 ~:1 names:1 dplyr:4 length:1 sapply:4 tibble:4 is:1 na:1 "
     "nrow:4"},
    {language::kMatlab,
     "function:2 end:2 zeros:3 %:2 disp:4 plot:2 ones:3 fprintf:1 clc:4 "
     "clear:2 figure:2 .*:4 ./:2 size:2 length:1 num2str:5 xlabel:4 "
     "endfunction:4 endif:1 nargin:5 isempty:3 numel:4 ...:1 hold:2 "
     "subplot:5 %%:2 error:1"},
    {language::kSql,
     "SELECT:4 FROM:3 WHERE:3 INSERT:3 INTO:2 CREATE:3 TABLE:3 JOIN:4 AND:1 "
     "ORDER:2 BY:2 GROUP:3 NOT:1 NULL:1 VALUES:2 VARCHAR:4 PRIMARY:3 KEY:1 "
     "select:2 from:1 where:2 UPDATE:2 SET:1 INTEGER:2 AS:1 ON:1 LEFT:2 "
     "ALTER:3 varchar:3 insert:2 DELETE:2 join:2 table:1 create:1 INDEX:2 "
     "IN:1 UNION:3 DEFAULT:2 UNIQUE:2"},
    {language::kPlsql,
     "BEGIN:2 END:2 PROCEDURE:3 FUNCTION:2 IS:2 VARCHAR2:6 NUMBER:3 "
     "EXCEPTION:4 DECLARE:3 :=:2 dbms_output:6 DBMS_OUTPUT:6 put_line:6 "
     "PUT_LINE:6 LOOP:2 CURSOR:4 IN:1 OUT:1 RETURN:2 TYPE:1 PACKAGE:4 "
     "BODY:3 ROWTYPE:6 begin:1 end:1 is:1 varchar2:6 procedure:2 loop:1 "
     "IF:1 THEN:2 SELECT:1 FROM:1 INTO:1"},
    {language::kShell,
     "#!/:5 bash:4 echo:3 fi:5 then:2 done:4 do:1 $:1 ${:3 $(:3 export:2 "
     "esac:5 ;;:3 &&:1 ||:1 local:1 sudo:4 grep:3 awk:3 sed:3 cd:2 exit:1 "
     "|:1 mkdir:3 rm:2 \"$:4 elif:1 sh:2 set:1 apt:2 case:1 curl:3 read:1 "
     "printf:1 \"${:5 \"$(:5 cat:2 chmod:3"},
    {language::kPowershell,
     "$:2 param:3 Write:3 Get:2 function:1 New:2 Object:2 Host:3 Set:1 "
     "string:1 Path:1 Parameter:3 foreach:1 ForEach:2 CmdletBinding:6 "
     "Mandatory:4 ErrorAction:5 PSCustomObject:5 Import:1 Module:1 Test:1 "
     "Where:2 null:1 Out:1 Join:1 SYNOPSIS:3 throw:1 @{:3 @(:3"},
    {language::kBatch,
     "echo:2 off:4 set:2 goto:3 rem:3 REM:3 ECHO:3 IF:1 SET:2 exist:3 "
     "EXIST:3 errorlevel:5 ERRORLEVEL:5 setlocal:5 endlocal:5 call:2 exit:1 "
     "pause:4 %~:3 pushd:3 GOTO:4 cd:1 ==:1 %%:3 CALL:2 copy:2"},
    {language::kHtml,
     "div:3 </:2 class:1 span:2 href:3 html:3 body:2 head:2 script:2 li:2 "
     "ul:2 p:1 a:1 h1:2 img:3 src:2 td:3 tr:3 table:1 br:3 input:2 button:2 "
     "style:1 link:2 meta:3 ><:2 ></:3 =\":1 \">:2 \"></:4 title:1 <!:1 "
     "id:1 form:2 label:1"},
    {language::kCss,
     "{:1 color:3 px:3 margin:4 padding:4 display:3 background:3 width:2 "
     "height:2 font:3 border:3 em:2 rem:2 flex:3 auto:2 none:2 position:2 "
     "rgba:4 media:2 important:3 hover:3 top:1 left:1 size:1 absolute:2 "
     "relative:2 solid:3 overflow:3 center:2 webkit:4 %;:3"},
    {language::kXml,
     "<?:3 xml:3 xmlns:6 </:2 />:2 >:1 <:1 version:1 encoding:2 =\":1 "
     "\"/>:4 \">:1 http:1 name:1 type:1 value:1 schemas:3 ></:2 xsi:5 xs:4 "
     "property:1 element:2 <!--:1 \"></:1 groupId:5 artifactId:5 "
     "dependency:3 target:1"},
    {language::kYaml,
     "-:1 name:2 version:1 ---:4 spec:4 metadata:4 kind:4 apiVersion:6 "
     "image:2 type:1 true:1 false:1 uses:4 run:2 steps:4 on:1 env:2 ports:3 "
     "services:3 path:1 value:1 description:1 labels:3 app:1 key:1 hosts:2 "
     "tasks:3 default:1"},
    {language::kJson, "null:1"},
    {language::kHcl,
     "resource:4 variable:4 module:1 provider:4 terraform:4 output:2 data:1 "
     "aws:2 source:1 default:1 var:3 type:1 description:1 tags:2 "
     "aws_instance:5 local:1 locals:4 \"${:3 name:1 region:2 count:1 "
     "for_each:4 id:1 string:1 true:1 arn:3 azurerm:4 policy:2"},
    {language::kDockerfile,
     "FROM:3 RUN:5 COPY:4 CMD:4 ENV:4 WORKDIR:6 EXPOSE:6 ENTRYPOINT:6 apt:1 "
     "install:1 get:1 AS:1 ARG:4 ADD:2 USER:3 LABEL:4 VOLUME:4 &&:2 npm:1 "
     "alpine:3 latest:1 rm:1 pip:1 builder:2 HEALTHCHECK:6"},
    {language::kMakefile,
     "clean:3 PHONY:6 $(:3 CC:4 CFLAGS:5 make:2 MAKE:3 $@:5 :=:2 ?=:4 "
     "install:1 LDFLAGS:5 wildcard:3 ifeq:5 endif:2 $<:5 patsubst:5 rm:1 "
     "all:2 +=:1 $^:5 SHELL:2 echo:1 ifneq:5 ifdef:1 CXX:3 gcc:2 test:1 "
     "build:1"},
    {language::kCmake,
     "cmake_minimum_required:6 project:2 set:2 target_link_libraries:6 "
     "add_executable:6 add_library:6 find_package:6 endif:3 ${:2 "
     "include_directories:5 message:2 PUBLIC:2 PRIVATE:2 include:1 "
     "VERSION:1 STATUS:2 CMAKE_CXX_FLAGS:6 install:1 add_subdirectory:6 "
     "target_include_directories:6 option:2 REQUIRED:3 ON:1 OFF:2 list:1 "
     "APPEND:3 endforeach:4 DESTINATION:4 CMAKE_SOURCE_DIR:5 elseif:1 "
     "STREQUAL:5 function:1 endfunction:3 foreach:1"},
    {language::kCobol,
     "DIVISION:6 SECTION:4 PIC:6 PERFORM:5 MOVE:5 TO:1 WORKING:4 STORAGE:4 "
     "PROCEDURE:3 DISPLAY:4 VALUE:2 END:1 IF:1 IDENTIFICATION:6 PROGRAM:3 "
     "ID:1 STOP:3 RUN:2 COMPUTE:4 UNTIL:2 COPY:2 SPACES:5 REDEFINES:6 "
     "OCCURS:5 COMP:4 READ:2 WRITE:2 FD:4 EVALUATE:4 WHEN:1 ADD:1 GIVING:4 "
     "ELSE:1 ZERO:3 EXEC:3 CICS:5"},
    {language::kAbap,
     "DATA:3 TYPE:3 lv_:4 METHOD:3 ENDMETHOD:6 ENDIF:5 ENDLOOP:6 LOOP:2 "
     "AT:2 REF:3 TO:1 WRITE:2 IF:1 IS:1 INITIAL:4 CLASS:2 ENDCLASS:6 "
     "PUBLIC:1 SECTION:1 IMPORTING:5 EXPORTING:5 RETURNING:5 VALUE:1 "
     "CHECK:2 SELECT:1 FROM:1 INTO:1 TABLE:1 me:2 =>:1 ->:1 ENDTRY:6 "
     "CATCH:2 RAISE:2 abap_true:6 abap_bool:6 FORM:3 ENDFORM:6 APPEND:2 "
     "READ:2 METHODS:4 lv:2 ls:1 lt:2 iv:3 PERFORM:1 REPORT:4 data:1 "
     "endmethod:5 method:1 endif:1 endloop:5"},
    {language::kVb,
     "Dim:5 As:4 String:1 Sub:4 End:3 If:2 Then:4 Integer:3 Function:3 "
     "Private:2 Public:2 Next:2 For:1 Set:1 ByVal:6 Nothing:4 Exit:2 "
     "MsgBox:5 New:1 Each:2 Else:1 Loop:1 Do:1 Call:1 On:1 Error:1 "
     "Boolean:2 Object:1 Select:2 Case:1 ByRef:6 Imports:4 Class:1 Me:2 "
     "Module:1 Len:1 Debug:1 vbCrLf:6 Long:2 Variant:4 ElseIf:3 Property:1 "
     "dim:2"},
    {language::kVerilog,
     "module:3 endmodule:6 wire:5 reg:5 input:3 output:3 always:4 assign:4 "
     "begin:2 posedge:6 clk:4 <=:2 end:1 parameter:2 @(:3 initial:2 logic:3 "
     "b0:3 b1:3 negedge:6 case:1 endcase:5 inout:4 localparam:5 integer:1 "
     "genvar:5 rst:3"},
    {language::kVhdl,
     "entity:4 architecture:6 std_logic:6 is:1 begin:2 end:2 port:3 "
     "signal:4 library:2 ieee:6 IEEE:6 process:3 in:1 out:2 "
     "std_logic_vector:6 downto:6 use:1 <=:2 all:2 std_logic_1164:6 "
     "rising_edge:6 then:1 map:2 elsif:2 others:4 component:3 generic:3 "
     "=>:1 to_unsigned:6 STD_LOGIC:6 numeric_std:6 of:1 constant:2 "
     "variable:1"},
    {language::kFortran,
     "integer:3 real:4 end:2 subroutine:6 program:3 implicit:5 none:2 do:1 "
     "call:3 then:2 :::1 write:3 print:1 dimension:4 intent:6 allocate:4 "
     "module:1 use:1 parameter:2 character:3 function:1 contains:3 "
     "SUBROUTINE:6 INTEGER:2 REAL:4 CALL:3 END:1 IF:1 allocatable:6 enddo:6 "
     "endif:2 double:2 precision:4 (*:2 *,:3 logical:4 kind:3 DO:2 "
     "IMPLICIT:5 CHARACTER:3"},
    {language::kPascal,
     "begin:3 end:2 procedure:3 var:3 :=:3 Integer:2 function:2 then:2 "
     "unit:3 uses:4 implementation:4 program:2 writeln:6 WriteLn:6 "
     "interface:2 string:1 type:1 do:1 integer:2 Begin:3 End:2 TObject:5 "
     "of:1 record:3 const:1 not:1 and:1 array:2 nil:2 result:1 Result:2 "
     "to:1 Boolean:1 boolean:1 {$:4 inherited:5 constructor:2 destructor:3"},
    {language::kHaskell,
     "where:2 import:1 module:2 data:2 let:1 in:1 ->:1 :::3 =>:1 "
     "qualified:6 instance:3 deriving:5 Maybe:4 Just:5 Nothing:3 IO:4 "
     "return:1 do:2 <-:2 case:1 of:2 type:1 newtype:5 String:1 Int:1 map:1 "
     "fmap:5 foldr:5 otherwise:5 Show:3 Eq:4 show:2 Monad:4 main:1 mapM_:5 "
     "putStrLn:6 {-#:5 LANGUAGE:4 concat:2 zip:2 <$>:5"},
    {language::kOcaml,
     "let:3 in:2 match:2 with:2 ->:2 fun:3 rec:5 type:1 module:2 val:3 "
     "list:1 open:2 struct:2 sig:5 end:1 begin:1 of:1 int:1 string:1 ;;:5 "
     "List:2 Some:1 None:1 function:2 Printf:3 (*:4 *):3 unit:3 ref:3 |>:1 "
     "option:2 failwith:5 then:1 else:1 :=:1 and:1"},
    {language::kFsharp,
     "let:3 open:3 module:2 match:2 with:2 ->:2 |>:4 type:1 fun:2 member:4 "
     "string:1 mutable:4 rec:2 printfn:6 Seq:3 List:1 Some:1 None:1 async:1 "
     "namespace:1 System:2 int:1 <-:2 of:1 then:1 elif:1 unit:2 override:1 "
     "static:1 this:1 Array:1 ///:2"},
    {language::kErlang,
     "->:2 module:2 export:3 end:1 case:2 of:2 fun:1 ok:3 error:2 list:1 "
     "io:2 format:1 when:1 spec:4 undefined:2 true:1 spawn:3 receive:4 "
     "gen_server:6 lists:4 <<:2 >>:1 State:3 Pid:4 behaviour:5 "
     "handle_call:6 binary:2 atom:2 maps:3 erlang:4"},
    {language::kElixir,
     "defmodule:6 def:2 do:2 end:2 |>:4 defp:6 fn:2 ->:1 use:1 alias:4 "
     "moduledoc:6 when:1 %{:4 nil:1 case:1 Enum:4 IO:2 String:1 with:1 "
     "import:1 {::4 Map:2 assert:1 test:1 spec:3 ok:2 \"\"\":1 opts:2 iex:4 "
     "Repo:3"},
    {language::kClojure,
     "defn:6 ns:3 require:2 ]):2 map:1 let:1 fn:1 str:1 as:2 #(:4 nil:1 "
     "{::3 when:1 assoc:4 doseq:5 atom:2 swap:3 def:1 reduce:2 println:2 "
     "loop:1 recur:5 cond:2 (->:3 deftest:5 clojure:6 first:1 seq:2"},
    {language::kLisp,
     "defun:6 setq:6 let:1 lambda:2 )):1 ))):2 nil:1 defvar:6 cond:3 car:4 "
     "cdr:5 loop:1 format:2 t:1 defmacro:5 setf:6 define:2 list:1 progn:6 "
     "*):1 `(:3 #':4 defparameter:6 interactive:4 null:1 eq:2 when:1 ;;:2 "
     ";;;:4 dolist:5 funcall:5 defclass:5 scheme:3 display:1"},
    {language::kDart,
     "import:1 final:3 void:2 String:1 Widget:5 class:1 override:2 const:1 "
     "build:2 BuildContext:6 async:1 await:1 var:1 package:3 new:1 Future:4 "
     "=>:1 this:1 List:1 required:3 super:1 extends:1 child:3 setState:4 "
     "late:4 int:1 dart:5 flutter:5 StatelessWidget:6 print:1 key:1 null:1 "
     "factory:2 get:1 static:1"},
    {language::kGroovy,
     "def:4 task:2 apply:2 plugin:3 dependencies:4 println:3 compile:2 "
     "gradle:4 implementation:3 import:1 class:1 each:2 it:2 repositories:4 "
     "->:1 ${:1 void:1 stage:3 steps:3 pipeline:4 agent:3 sh:2 String:1 "
     "static:1 buildscript:5 testImplementation:5 project:1 new:1 List:1 "
     "assert:2 id:1 maven:3"},
    {language::kSolidity,
     "pragma:3 solidity:6 contract:5 uint256:6 address:4 function:1 "
     "public:1 mapping:5 external:5 view:3 returns:5 memory:4 msg:3 "
     "require:2 payable:6 event:2 emit:3 internal:2 modifier:4 uint:3 "
     "bytes32:6 indexed:4 storage:3 sender:3 pure:4 virtual:1 override:1 "
     "bool:1 is:1 constructor:1"},
    {language::kGraphql,
     "type:2 query:3 mutation:4 input:1 String:2 ID:4 Int:1 enum:1 "
     "interface:1 schema:3 fragment:4 on:2 extend:3 scalar:4 directive:4 "
     "]!:4 !]:3 !]!:4 Query:3 Mutation:4 ...:2 Boolean:1 implements:1 "
     "union:2 subscription:4"},
    {language::kProtobuf,
     "syntax:3 proto3:6 message:4 string:1 repeated:6 optional:2 int32:5 "
     "int64:4 rpc:6 returns:2 service:3 package:1 option:3 enum:1 import:1 "
     "google:2 proto2:6 protobuf:4 bool:1 oneof:6 bytes:2 uint32:3 uint64:3 "
     "reserved:4 required:2 double:1 proto:3"},
};

}  // namespace sluice

#endif  // SLUICE_SCANNER_DETECTORS_LANGUAGE_MARKS_H_
